package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Dialect;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Signature;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** S3's own condition keys (Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3"). */
final class S3Keys {
    private static final List<String> HEADERS = List.of(
            "x-amz-acl",
            "x-amz-content-sha256",
            "x-amz-copy-source",
            "x-amz-grant-full-control",
            "x-amz-grant-read",
            "x-amz-grant-read-acp",
            "x-amz-grant-write",
            "x-amz-grant-write-acp",
            "x-amz-metadata-directive",
            "x-amz-object-ownership",
            "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-aws-kms-key-id",
            "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-storage-class",
            "x-amz-website-redirect-location");

    private S3Keys() {}

    static Map<String, List<String>> of(S3Call call) {
        Map<String, List<String>> context = new HashMap<>();
        Request request = call.request();
        for (String header : HEADERS)
            request.header(header).ifPresent(value -> context.put("s3:" + header, List.of(value)));
        request.header("if-match").ifPresent(value -> context.put("s3:if-match", List.of(value)));
        request.header("if-none-match").ifPresent(value -> context.put("s3:if-none-match", List.of(value)));
        for (String name : List.of("prefix", "delimiter", "max-keys"))
            request.query(name).ifPresent(value -> context.put("s3:" + name, List.of(value)));
        request.query("versionId").ifPresent(value -> context.put("s3:VersionId", List.of(value)));
        object(call, context);
        signature(call, context);
        return context;
    }

    private static void object(S3Call call, Map<String, List<String>> context) {
        call.header("x-amz-object-lock-mode").ifPresent(v -> context.put("s3:object-lock-mode", List.of(v)));
        call.header("x-amz-object-lock-legal-hold")
                .ifPresent(v -> context.put("s3:object-lock-legal-hold", List.of(v)));
        call.header("x-amz-object-lock-retain-until-date")
                .ifPresent(v -> context.put("s3:object-lock-retain-until-date", List.of(v)));
        call.header("x-amz-tagging").map(Request::pairs).ifPresent(tags -> {
            tags.forEach(tag -> context.put("s3:RequestObjectTag/" + tag.getKey(), List.of(tag.getValue())));
            context.put(
                    "s3:RequestObjectTagKeys",
                    tags.stream().map(Map.Entry::getKey).toList());
        });
    }

    private static void signature(S3Call call, Map<String, List<String>> context) {
        switch (Signature.of(call.request())) {
            case Signature.V4 v4 -> {
                context.put("s3:signatureversion", List.of("AWS4-HMAC-SHA256"));
                context.put("s3:authType", List.of(v4.inQuery() ? "REST-QUERY-STRING" : "REST-HEADER"));
                if (v4.inQuery())
                    context.put(
                            "s3:signatureAge",
                            List.of(String.valueOf(Duration.between(Dialect.instant(v4.amzDate()), call.now())
                                    .toMillis())));
            }
            case Signature.V2Query _ -> {
                context.put("s3:signatureversion", List.of("AWS"));
                context.put("s3:authType", List.of("REST-QUERY-STRING"));
            }
            case Signature.None _, Signature.Malformed _ -> {}
        }
    }
}
