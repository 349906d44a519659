package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What {@code x-amz-copy-source} names: {@code bucket/key}, encoded, with an optional version. */
record CopySource(Bucket bucket, StoredObject object) {
    static CopySource of(S3Call call) {
        String header = call.header("x-amz-copy-source").orElse("");
        int mark = header.indexOf("?versionId=");
        String path = decoded(mark < 0 ? header : header.substring(0, mark)).replaceFirst("^/", "");
        Optional<String> version =
                mark < 0 ? Optional.empty() : Optional.of(header.substring(mark + "?versionId=".length()));
        int slash = path.indexOf('/');
        if (slash < 1 || slash == path.length() - 1)
            throw S3Errors.invalid(
                    "x-amz-copy-source",
                    header,
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        Bucket bucket = call.bucket(path.substring(0, slash), "x-amz-source-expected-bucket-owner");
        String key = path.substring(slash + 1);
        call.authorize(version.isPresent() ? "GetObjectVersion" : "GetObject", bucket, call.arn(bucket, key));
        Optional<StoredObject> found = version.map(v -> bucket.version(key, v)).orElseGet(() -> bucket.latest(key));
        StoredObject object = found.filter(o -> !o.deleteMarker()).orElseThrow(() -> {
            call.authorize("ListBucket", bucket, call.arn(bucket));
            return S3Errors.noSuchKey(key);
        });
        new Kms(call, bucket).require("Decrypt", object.encryption(), call.arn(bucket, key));
        check(call, object);
        return new CopySource(bucket, object);
    }

    private static void check(S3Call call, StoredObject object) {
        if (call.header("x-amz-copy-source-if-match")
                .filter(t -> !Preconditions.names(t, object))
                .isPresent()) throw S3Errors.precondition("x-amz-copy-source-If-Match");
        if (call.header("x-amz-copy-source-if-none-match")
                .filter(t -> Preconditions.names(t, object))
                .isPresent()) throw S3Errors.precondition("x-amz-copy-source-If-None-Match");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
