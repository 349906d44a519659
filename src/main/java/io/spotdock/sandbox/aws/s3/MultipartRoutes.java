package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Checksums;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Bucket;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.aws.state.Upload;
import io.spotdock.sandbox.wire.Exchange;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploading in parts (Amazon S3 User Guide, "Uploading and copying objects using multipart upload"). */
final class MultipartRoutes {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private MultipartRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.object("CreateMultipartUpload", "POST", "uploads", "PutObject", MultipartRoutes::create),
                Route.object("UploadPart", "PUT", "uploadId", "PutObject", MultipartRoutes::part),
                Route.object("UploadPartCopy", "PUT", "uploadId+copy", "PutObject", MultipartRoutes::partCopy),
                Route.object("CompleteMultipartUpload", "POST", "uploadId", "PutObject", MultipartRoutes::complete),
                Route.object(
                        "AbortMultipartUpload", "DELETE", "uploadId", "AbortMultipartUpload", MultipartRoutes::abort));
    }

    static Upload upload(S3Call call) {
        String id = call.query("uploadId").orElse("");
        return Optional.ofNullable(call.bucket().uploads().get(id))
                .filter(upload -> upload.template().key().equals(call.key()))
                .orElseThrow(() -> S3Errors.noSuchUpload(id));
    }

    private static Exchange.Answer create(S3Call call) {
        Bucket bucket = call.bucket();
        String arn = call.arn(bucket, call.key());
        if (call.header("x-amz-acl").isPresent()) call.authorize("PutObjectAcl", bucket, arn);
        ObjectMaker.checkKey(call.key());
        BucketAclRoutes.check(call, bucket);
        ObjectMaker maker = new ObjectMaker(call, bucket);
        StoredObject template = maker.make(new byte[0]);
        new Kms(call, bucket).require("GenerateDataKey", template.encryption(), arn);
        Optional<Checksums> algorithm = maker.algorithm();
        boolean composite = call.header("x-amz-checksum-type")
                .map(type -> type.equals("COMPOSITE"))
                .orElse(algorithm.filter(Checksums::compositeByDefault).isPresent());
        if (composite && algorithm.equals(Optional.of(Checksums.CRC64NVME)))
            throw S3Errors.invalidRequest(
                    "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.");
        String id = call.world().ids().opaque(66).replaceAll("[+/=]", "_");
        bucket.uploads().put(id, new Upload(id, template, algorithm, composite, call.now(), new TreeMap<>()));
        Map<String, String> headers = new LinkedHashMap<>();
        Kms.headers(headers, template.encryption());
        algorithm.ifPresent(a -> {
            headers.put("x-amz-checksum-algorithm", a.name());
            headers.put("x-amz-checksum-type", composite ? "COMPOSITE" : "FULL_OBJECT");
        });
        return Replies.xml(
                "InitiateMultipartUploadResult",
                xml -> xml.text("Bucket", bucket.name()).text("Key", call.key()).text("UploadId", id),
                headers);
    }

    private static int number(S3Call call) {
        String text = call.query("partNumber").orElse("");
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > 10_000)
            throw S3Errors.invalid("partNumber", text, "Part number must be an integer between 1 and 10000, inclusive");
        return number;
    }

    private static Upload.Part store(S3Call call, Upload upload, byte[] content, Map<Checksums, String> sent) {
        Map<Checksums, String> checksums = new EnumMap<>(Checksums.class);
        checksums.putAll(sent);
        upload.algorithm().ifPresent(a -> checksums.put(a, a.of(content)));
        int number = number(call);
        Upload.Part part = new Upload.Part(number, content, ObjectMaker.md5(content), checksums, call.now());
        upload.parts().put(number, part);
        return part;
    }

    private static Exchange.Answer part(S3Call call) {
        Upload upload = upload(call);
        Bucket bucket = call.bucket();
        new Kms(call, bucket).require("Decrypt", upload.template().encryption(), call.arn(bucket, call.key()));
        Upload.Part part = store(call, upload, call.body(), Integrity.sent(call));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", "\"" + part.etag() + "\"");
        part.checksums().forEach((algorithm, value) -> headers.put(algorithm.header(), value));
        Kms.headers(headers, upload.template().encryption());
        return Replies.empty(200, headers);
    }

    private static Exchange.Answer partCopy(S3Call call) {
        Upload upload = upload(call);
        byte[] content = CopySource.of(call).object().content();
        Matcher range = RANGE.matcher(call.header("x-amz-copy-source-range").orElse(""));
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2)) + 1;
            if (from > to || to > content.length)
                throw S3Errors.invalid(
                        "x-amz-copy-source-range",
                        range.group(),
                        "Range specified is not valid for source object of size: " + content.length);
            content = Arrays.copyOfRange(content, from, to);
        }
        Upload.Part part = store(call, upload, content, Map.of());
        return Replies.xml(
                "CopyPartResult",
                xml -> xml.text("ETag", "\"" + part.etag() + "\"").text("LastModified", Replies.iso(part.modified())));
    }

    private static Exchange.Answer complete(S3Call call) {
        Upload upload = upload(call);
        Bucket bucket = call.bucket();
        Preconditions.ofWrite(call, bucket);
        StoredObject object =
                new Assembly(upload).object(XmlBody.parse(call.body(), "CompleteMultipartUpload"), call.now());
        checkWhole(call, object);
        bucket.uploads().remove(upload.id());
        StoredObject placed = withVersion(object, new ObjectMaker(call, bucket).versionId());
        bucket.add(placed);
        Map<String, String> headers = new LinkedHashMap<>();
        Kms.headers(headers, placed.encryption());
        if (!bucket.versioning().isEmpty()) headers.put("x-amz-version-id", placed.versionId());
        return Replies.xml(
                "CompleteMultipartUploadResult",
                xml -> {
                    xml.text(
                                    "Location",
                                    "http://" + call.header("host").orElse("localhost") + "/" + bucket.name() + "/"
                                            + call.key())
                            .text("Bucket", bucket.name())
                            .text("Key", call.key())
                            .text("ETag", "\"" + placed.etag() + "\"");
                    placed.checksums().forEach((algorithm, value) -> xml.text(algorithm.element(), value));
                    xml.text("ChecksumType", placed.composite() ? "COMPOSITE" : "FULL_OBJECT");
                },
                headers);
    }

    private static void checkWhole(S3Call call, StoredObject object) {
        Integrity.sent(call).forEach((algorithm, value) -> {
            if (!value.equals(object.checksums().getOrDefault(algorithm, value)))
                throw new Refusal(
                        400,
                        "BadDigest",
                        "The " + algorithm.name() + " you specified did not match the calculated checksum.");
        });
    }

    private static StoredObject withVersion(StoredObject o, String version) {
        return new StoredObject(
                o.key(),
                version,
                false,
                o.content(),
                o.etag(),
                o.modified(),
                o.headers(),
                o.metadata(),
                o.checksums(),
                o.composite(),
                o.partSizes(),
                o.encryption(),
                o.storageClass(),
                o.tags(),
                o.retention());
    }

    private static Exchange.Answer abort(S3Call call) {
        call.bucket().uploads().remove(upload(call).id());
        return Replies.empty(204);
    }
}
