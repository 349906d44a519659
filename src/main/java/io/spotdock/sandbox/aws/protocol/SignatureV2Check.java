package io.spotdock.sandbox.aws.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies an address signed in advance by Signature Version 2 (Amazon S3 User Guide, "Signing and authenticating REST requests"). */
public final class SignatureV2Check {
    private static final Set<String> SUBRESOURCES = Set.of(
            "accelerate",
            "acl",
            "cors",
            "delete",
            "lifecycle",
            "location",
            "logging",
            "notification",
            "partNumber",
            "policy",
            "requestPayment",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versionId",
            "versioning",
            "versions",
            "website",
            "response-cache-control",
            "response-content-disposition",
            "response-content-encoding",
            "response-content-language",
            "response-content-type",
            "response-expires");

    private SignatureV2Check() {}

    /** @param canonicalPath with the bucket in front, encoded */
    public static Payload verify(
            Request request, Signature.V2Query signature, String secret, String canonicalPath, Instant now) {
        if (!signature.expires().matches("[0-9]{1,12}"))
            throw new Refusal(
                    400, "AccessDenied", "Invalid date (should be seconds since epoch): " + signature.expires());
        Instant expires = Instant.ofEpochSecond(Long.parseLong(signature.expires()));
        if (now.isAfter(expires))
            throw new Refusal(403, "AccessDenied", "Request has expired")
                    .with("Expires", expires.toString())
                    .with("ServerTime", now.toString());
        String headers = request.exchange().headers().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("x-amz-"))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ":" + String.join(",", entry.getValue()) + "\n")
                .collect(Collectors.joining());
        String amzQuery = request.query().stream()
                .filter(entry -> entry.getKey().startsWith("x-amz-"))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ":" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        String subresources = request.query().stream()
                .filter(entry -> SUBRESOURCES.contains(entry.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        String toSign = String.join(
                "\n",
                request.method(),
                request.header("content-md5").orElse(""),
                request.header("content-type").orElse(""),
                signature.expires(),
                headers + amzQuery + canonicalPath + (subresources.isEmpty() ? "" : "?" + subresources));
        if (!hmacSha1(secret, toSign).equals(signature.value()))
            throw Dialect.S3.wrongSignature(signature.accessKeyId(), signature.value(), toSign, "");
        return new Payload(request.body(), Map.of());
    }

    private static String hmacSha1(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
