package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Checksums;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.aws.state.StoredObject.Retention;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an object of what a request says about it. */
record ObjectMaker(S3Call call, Bucket bucket) {
    private static final Map<String, String> KEPT = Map.of(
            "content-type", "Content-Type",
            "cache-control", "Cache-Control",
            "content-disposition", "Content-Disposition",
            "content-language", "Content-Language",
            "expires", "Expires",
            "x-amz-website-redirect-location", "x-amz-website-redirect-location");
    private static final List<String> CLASSES = List.of(
            "STANDARD",
            "REDUCED_REDUNDANCY",
            "STANDARD_IA",
            "ONEZONE_IA",
            "INTELLIGENT_TIERING",
            "GLACIER",
            "DEEP_ARCHIVE",
            "GLACIER_IR");

    static String md5(byte[] content) {
        return HexFormat.of().formatHex(Checksums.digest("MD5", content));
    }

    /** A key may be this long, and no longer (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
    static void checkKey(String key) {
        int size = key.getBytes(StandardCharsets.UTF_8).length;
        if (size > 1024)
            throw new Refusal(400, "KeyTooLongError", "Your key is too long")
                    .with("Size", String.valueOf(size))
                    .with("MaxSizeAllowed", "1024");
    }

    StoredObject make(byte[] content) {
        Map<Checksums, String> checksums = new EnumMap<>(Checksums.class);
        checksums.putAll(Integrity.sent(call));
        // Without one sent, S3 keeps a CRC-64/NVME of its own.
        if (checksums.isEmpty()) checksums.put(algorithm().orElse(Checksums.CRC64NVME), "");
        checksums.replaceAll((algorithm, _) -> algorithm.of(content));
        return new StoredObject(
                call.key(),
                versionId(),
                false,
                content,
                md5(content),
                call.now().truncatedTo(ChronoUnit.SECONDS),
                headers(),
                metadata(),
                checksums,
                false,
                List.of(),
                new Kms(call, bucket).wanted(),
                storageClass(),
                call.header("x-amz-tagging").map(Tagging::ofHeader).orElse(Map.of()),
                retention());
    }

    /** The algorithm a request names without a value. */
    Optional<Checksums> algorithm() {
        return call.header("x-amz-checksum-algorithm")
                .or(() -> call.header("x-amz-sdk-checksum-algorithm"))
                .flatMap(Checksums::named);
    }

    String versionId() {
        return bucket.versioning().equals("Enabled") ? call.world().ids().versionId() : "null";
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT.forEach((sent, kept) -> call.header(sent).ifPresent(value -> headers.put(kept, value)));
        headers.putIfAbsent("Content-Type", "binary/octet-stream");
        call.header("content-encoding")
                .map(encoding -> encoding.replaceAll("(^|,\\s*)aws-chunked", "").replaceAll("^,\\s*", ""))
                .filter(encoding -> !encoding.isBlank())
                .ifPresent(encoding -> headers.put("Content-Encoding", encoding));
        return headers;
    }

    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        int size = 0;
        for (String name : call.request().exchange().headers().keySet()) {
            if (!name.startsWith("x-amz-meta-")) continue;
            String value = call.header(name).orElse("");
            metadata.put(name.substring("x-amz-meta-".length()), value);
            size += name.length() - "x-amz-meta-".length() + value.length();
        }
        if (size > 2048)
            throw new Refusal(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
                    .with("MaxSizeAllowed", "2048");
        return metadata;
    }

    String storageClass() {
        String wanted = call.header("x-amz-storage-class").orElse("STANDARD");
        if (!CLASSES.contains(wanted))
            throw new Refusal(400, "InvalidStorageClass", "The storage class you specified is not valid");
        return wanted;
    }

    /** Object Lock (Amazon S3 User Guide, "Locking objects with Object Lock"): asked for, or the bucket's default. */
    Retention retention() {
        Optional<String> mode = call.header("x-amz-object-lock-mode");
        Optional<String> until = call.header("x-amz-object-lock-retain-until-date");
        boolean hold = call.header("x-amz-object-lock-legal-hold").equals(Optional.of("ON"));
        Retention asked = mode.isPresent() || until.isPresent()
                ? new Retention(mode, until.map(ObjectMaker::instant), hold)
                : byDefault(hold);
        boolean any = asked.mode().isPresent() || hold;
        if (any && !bucket.objectLock() && bucket.setting("object-lock").isEmpty())
            throw S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
        boolean protectedBody =
                call.header("content-md5").isPresent() || !Integrity.sent(call).isEmpty();
        if (any && call.operation().equals("PutObject") && !protectedBody)
            throw S3Errors.invalidRequest(
                    "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests"
                            + " with Object Lock parameters");
        return asked;
    }

    private Retention byDefault(boolean hold) {
        Optional<XmlBody> rule = bucket.setting("object-lock")
                .map(xml -> XmlBody.parse(xml.getBytes(StandardCharsets.UTF_8), "ObjectLockConfiguration"))
                .flatMap(body -> body.at("Rule", "DefaultRetention"));
        if (rule.isEmpty()) return new Retention(Optional.empty(), Optional.empty(), hold);
        long days = rule.get().text("Days").map(Long::parseLong).orElse(0L)
                + 365 * rule.get().text("Years").map(Long::parseLong).orElse(0L);
        return new Retention(rule.get().text("Mode"), Optional.of(call.now().plus(days, ChronoUnit.DAYS)), hold);
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw S3Errors.invalidRequest("The retain until date must be provided in ISO 8601 format");
        }
    }
}
