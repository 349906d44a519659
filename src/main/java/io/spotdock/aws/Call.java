package io.spotdock.aws;

/**
 * What is being asked of AWS, for the failure it may end in.
 *
 * @param permission the IAM action it takes, which is not always the API's name: HeadBucket takes {@code s3:ListBucket}
 * @param resource in our words, such as {@code role thoughtspot-s3-upload}
 * @param field the path in the settings file that it comes from
 */
record Call(String permission, String resource, String field) {
    Call with(String otherPermission) {
        return new Call(otherPermission, resource, field);
    }

    String service() {
        return permission.substring(0, permission.indexOf(':'));
    }
}
