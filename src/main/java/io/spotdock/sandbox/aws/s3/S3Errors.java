package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;

/** Refusals that several operations share (Amazon S3 API Reference, "Error Responses"). */
final class S3Errors {
    private S3Errors() {}

    static Refusal denied() {
        return new Refusal(403, "AccessDenied", "Access Denied");
    }

    static Refusal noSuchBucket(String name) {
        return new Refusal(404, "NoSuchBucket", "The specified bucket does not exist").with("BucketName", name);
    }

    static Refusal noSuchKey(String key) {
        return new Refusal(404, "NoSuchKey", "The specified key does not exist.").with("Key", key);
    }

    static Refusal noSuchVersion(String key, String version) {
        return new Refusal(404, "NoSuchVersion", "The specified version does not exist.")
                .with("Key", key)
                .with("VersionId", version);
    }

    static Refusal noSuchUpload(String id) {
        return new Refusal(
                        404,
                        "NoSuchUpload",
                        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                                + " aborted or completed.")
                .with("UploadId", id);
    }

    static Refusal invalid(String name, String value, String text) {
        return new Refusal(400, "InvalidArgument", text)
                .with("ArgumentName", name)
                .with("ArgumentValue", value);
    }

    static Refusal invalidRequest(String text) {
        return new Refusal(400, "InvalidRequest", text);
    }

    static Refusal precondition(String condition) {
        return new Refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
                .with("Condition", condition);
    }

    static Refusal notImplemented() {
        return new Refusal(
                501, "NotImplemented", "A header you provided implies functionality that is not implemented.");
    }

    static Refusal noAcls() {
        return new Refusal(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }
}
