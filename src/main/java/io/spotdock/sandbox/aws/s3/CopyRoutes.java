package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Checksums;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.wire.Exchange;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copying an object (Amazon S3 API Reference, "CopyObject"). */
final class CopyRoutes {
    private CopyRoutes() {}

    static List<Route> all() {
        return List.of(Route.object("CopyObject", "PUT", "+copy", "PutObject", CopyRoutes::copy));
    }

    private static Exchange.Answer copy(S3Call call) {
        Bucket bucket = call.bucket();
        String arn = call.arn(bucket, call.key());
        if (call.header("x-amz-acl").isPresent()) call.authorize("PutObjectAcl", bucket, arn);
        ObjectMaker.checkKey(call.key());
        BucketAclRoutes.check(call, bucket);
        CopySource source = CopySource.of(call);
        boolean replace = call.header("x-amz-metadata-directive").orElse("COPY").equals("REPLACE");
        boolean changed = replace
                || call.header("x-amz-server-side-encryption").isPresent()
                || call.header("x-amz-storage-class").isPresent();
        if (!changed
                && source.bucket().name().equals(bucket.name())
                && source.object().key().equals(call.key())
                && !call.header("x-amz-copy-source").orElse("").contains("?versionId="))
            throw S3Errors.invalidRequest(
                    "This copy request is illegal because it is trying to copy an object to itself"
                            + " without changing the object's metadata, storage class, website redirect location or encryption"
                            + " attributes.");
        StoredObject object = copied(call, bucket, source.object(), replace);
        new Kms(call, bucket).require("GenerateDataKey", object.encryption(), arn);
        bucket.add(object);
        Map<String, String> headers = new LinkedHashMap<>();
        Kms.headers(headers, object.encryption());
        if (!bucket.versioning().isEmpty()) headers.put("x-amz-version-id", object.versionId());
        if (!source.bucket().versioning().isEmpty())
            headers.put("x-amz-copy-source-version-id", source.object().versionId());
        return Replies.xml(
                "CopyObjectResult",
                xml -> {
                    xml.text("ETag", "\"" + object.etag() + "\"").text("LastModified", Replies.iso(object.modified()));
                    object.checksums().forEach((algorithm, value) -> xml.text(algorithm.element(), value));
                    xml.text("ChecksumType", "FULL_OBJECT");
                },
                headers);
    }

    private static StoredObject copied(S3Call call, Bucket bucket, StoredObject source, boolean replace) {
        ObjectMaker maker = new ObjectMaker(call, bucket);
        boolean ownTags = call.header("x-amz-tagging-directive").orElse("COPY").equals("REPLACE");
        Map<Checksums, String> checksums = new EnumMap<>(Checksums.class);
        Checksums algorithm = maker.algorithm()
                .orElse(source.checksums().keySet().stream().findFirst().orElse(Checksums.CRC64NVME));
        checksums.put(algorithm, algorithm.of(source.content()));
        return new StoredObject(
                call.key(),
                maker.versionId(),
                false,
                source.content(),
                ObjectMaker.md5(source.content()),
                call.now().truncatedTo(ChronoUnit.SECONDS),
                replace ? maker.headers() : source.headers(),
                replace ? maker.metadata() : source.metadata(),
                checksums,
                false,
                List.of(),
                new Kms(call, bucket).wanted(),
                maker.storageClass(),
                ownTags ? call.header("x-amz-tagging").map(Tagging::ofHeader).orElse(Map.of()) : source.tags(),
                maker.retention());
    }
}
