package io.spotdock.sandbox.thoughtspot;

/**
 * An access key.
 *
 * @param sessionToken empty for a lasting key
 */
public record AwsKey(String accessKeyId, String secretKey, String sessionToken) {
    public AwsKey(String accessKeyId, String secretKey) {
        this(accessKeyId, secretKey, "");
    }

    @Override
    public String toString() {
        return "AwsKey[" + accessKeyId + "]";
    }
}
