package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Checksums;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.wire.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Putting, getting and looking at objects. */
final class ObjectRoutes {
    private ObjectRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.object("PutObject", "PUT", "", "PutObject", ObjectRoutes::put),
                Route.object("GetObject", "GET", "", "", ObjectRoutes::get),
                Route.object("HeadObject", "HEAD", "", "", ObjectRoutes::get),
                Route.object("GetObjectAttributes", "GET", "attributes", "", ObjectRoutes::attributes));
    }

    private static Exchange.Answer put(S3Call call) {
        Bucket bucket = call.bucket();
        String arn = call.arn(bucket, call.key());
        boolean grants =
                call.request().exchange().headers().keySet().stream().anyMatch(n -> n.startsWith("x-amz-grant-"));
        if (call.header("x-amz-acl").isPresent() || grants) call.authorize("PutObjectAcl", bucket, arn);
        if (call.header("x-amz-tagging").isPresent()) call.authorize("PutObjectTagging", bucket, arn);
        ObjectMaker.checkKey(call.key());
        BucketAclRoutes.check(call, bucket);
        Preconditions.ofWrite(call, bucket);
        StoredObject object = new ObjectMaker(call, bucket).make(call.body());
        new Kms(call, bucket).require("GenerateDataKey", object.encryption(), arn);
        bucket.add(object);
        return Replies.empty(200, written(bucket, object));
    }

    /** What an answer to a write says of the object. */
    static Map<String, String> written(Bucket bucket, StoredObject object) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", "\"" + object.etag() + "\"");
        object.checksums().forEach((algorithm, value) -> headers.put(algorithm.header(), value));
        headers.put("x-amz-checksum-type", object.composite() ? "COMPOSITE" : "FULL_OBJECT");
        Kms.headers(headers, object.encryption());
        if (!bucket.versioning().isEmpty()) headers.put("x-amz-version-id", object.versionId());
        return headers;
    }

    /** The object or version a request names. */
    static StoredObject found(S3Call call) {
        Bucket bucket = call.bucket();
        Optional<String> version = call.query("versionId");
        if (version.isPresent()) {
            StoredObject named = bucket.version(call.key(), version.get())
                    .orElseThrow(() -> S3Errors.noSuchVersion(call.key(), version.get()));
            if (named.deleteMarker())
                throw new Refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
                        .with("Method", call.request().method())
                        .with("ResourceType", "DeleteMarker")
                        .header("x-amz-delete-marker", "true");
            return named;
        }
        Optional<StoredObject> latest = bucket.latest(call.key());
        if (latest.isPresent() && !latest.get().deleteMarker()) return latest.get();
        Refusal missing = S3Errors.noSuchKey(call.key());
        latest.ifPresent(
                marker -> missing.header("x-amz-delete-marker", "true").header("x-amz-version-id", marker.versionId()));
        throw missing;
    }

    /** Whoever may not list is not told that there is no such key (Amazon S3 API Reference, "GetObject"). */
    static StoredObject readable(S3Call call, String permission) {
        Bucket bucket = call.bucket();
        String action = call.query("versionId").isPresent() ? permission + "Version" : permission;
        Optional<StoredObject> object = call.query("versionId")
                .map(version -> bucket.version(call.key(), version))
                .orElseGet(() -> bucket.latest(call.key()));
        Map<String, List<String>> tags = new LinkedHashMap<>();
        object.ifPresent(
                o -> o.tags().forEach((key, value) -> tags.put("s3:ExistingObjectTag/" + key, List.of(value))));
        call.authorize(action, bucket, call.arn(bucket, call.key()), tags);
        boolean missing = object.filter(o -> !o.deleteMarker()).isEmpty();
        if (missing && call.query("versionId").isEmpty()) call.authorize("ListBucket", bucket, call.arn(bucket));
        return found(call);
    }

    private static Exchange.Answer get(S3Call call) {
        StoredObject object = readable(call, "GetObject");
        Bucket bucket = call.bucket();
        if (call.operation().equals("GetObject"))
            new Kms(call, bucket).require("Decrypt", object.encryption(), call.arn(bucket, object.key()));
        Preconditions.ofRead(call, object);
        Slice slice = Slice.of(call, object);
        Map<String, String> headers = describe(call, bucket, object);
        slice.range(object).ifPresent(range -> headers.put("Content-Range", range));
        if (!object.partSizes().isEmpty() && call.query("partNumber").isPresent())
            headers.put(
                    "x-amz-mp-parts-count", String.valueOf(object.partSizes().size()));
        return new Exchange.Answer(slice.whole() ? 200 : 206, headers, slice.bytes(object));
    }

    private static Map<String, String> describe(S3Call call, Bucket bucket, StoredObject object) {
        Map<String, String> headers = new LinkedHashMap<>(object.headers());
        headers.put("ETag", "\"" + object.etag() + "\"");
        headers.put("Last-Modified", Replies.http(object.modified()));
        headers.put("Accept-Ranges", "bytes");
        object.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        Kms.headers(headers, object.encryption());
        if (!object.storageClass().equals("STANDARD")) headers.put("x-amz-storage-class", object.storageClass());
        if (!bucket.versioning().isEmpty()) headers.put("x-amz-version-id", object.versionId());
        if (!object.tags().isEmpty())
            headers.put("x-amz-tagging-count", String.valueOf(object.tags().size()));
        object.retention().mode().ifPresent(mode -> headers.put("x-amz-object-lock-mode", mode));
        object.retention()
                .until()
                .ifPresent(until -> headers.put("x-amz-object-lock-retain-until-date", Replies.iso(until)));
        if (object.retention().legalHold()) headers.put("x-amz-object-lock-legal-hold", "ON");
        boolean asked = call.header("x-amz-checksum-mode").orElse("").equalsIgnoreCase("ENABLED");
        if (asked && call.header("range").isEmpty()) {
            for (Map.Entry<Checksums, String> checksum : object.checksums().entrySet())
                headers.put(checksum.getKey().header(), checksum.getValue());
            headers.put("x-amz-checksum-type", object.composite() ? "COMPOSITE" : "FULL_OBJECT");
        }
        for (String name : List.of(
                "Content-Type",
                "Content-Language",
                "Expires",
                "Cache-Control",
                "Content-Disposition",
                "Content-Encoding"))
            call.query("response-" + name.toLowerCase(java.util.Locale.ROOT))
                    .ifPresent(value -> headers.put(name, value));
        return headers;
    }

    private static Exchange.Answer attributes(S3Call call) {
        StoredObject object = readable(call, "GetObject");
        List<String> wanted =
                List.of(call.header("x-amz-object-attributes").orElse("").split("\\s*,\\s*"));
        return Replies.xml(
                "GetObjectAttributesResponse",
                xml -> {
                    if (wanted.contains("ETag")) xml.text("ETag", object.etag());
                    if (wanted.contains("Checksum"))
                        xml.in("Checksum", c -> {
                            object.checksums().forEach((algorithm, value) -> c.text(algorithm.element(), value));
                            c.text("ChecksumType", object.composite() ? "COMPOSITE" : "FULL_OBJECT");
                        });
                    if (wanted.contains("ObjectParts") && !object.partSizes().isEmpty())
                        xml.in(
                                "ObjectParts",
                                p -> p.text("PartsCount", object.partSizes().size()));
                    if (wanted.contains("StorageClass")) xml.text("StorageClass", object.storageClass());
                    if (wanted.contains("ObjectSize")) xml.text("ObjectSize", object.content().length);
                },
                Map.of("Last-Modified", Replies.http(object.modified())));
    }
}
