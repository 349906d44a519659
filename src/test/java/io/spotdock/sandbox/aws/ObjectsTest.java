package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects: Amazon S3 API Reference, "PutObject" and its neighbours. */
class ObjectsTest {
    private final AwsWorld world = new AwsWorld();
    private final S3Client s3 = world.s3();

    @BeforeEach
    void aBucket() {
        s3.createBucket(b -> b.bucket("exports"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void put(String key, String content) {
        s3.putObject(b -> b.bucket("exports").key(key), RequestBody.fromString(content));
    }

    private String get(String key) {
        return s3.getObjectAsBytes(b -> b.bucket("exports").key(key)).asUtf8String();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a/b/c.pdf",
                "with space",
                "plus+plus",
                "ümläut/日本",
                "a//b",
                "q?x=y&z#f",
                "100%",
                "~(')!*"
            })
    void anyKeyIsKept(String key) {
        put(key, "content of " + key);
        assertThat(get(key)).isEqualTo("content of " + key);
        assertThat(s3.listObjectsV2(b -> b.bucket("exports")).contents())
                .extracting(S3Object::key)
                .containsExactly(key);
    }

    @Test
    void whatIsSaidOfAnObjectIsKept() {
        s3.putObject(
                b -> b.bucket("exports")
                        .key("a")
                        .contentType("application/pdf")
                        .cacheControl("no-store")
                        .metadata(Map.of("report", "weekly"))
                        .tagging("kind=test"),
                RequestBody.fromString("hello"));
        var head = s3.headObject(b -> b.bucket("exports").key("a").checksumMode(ChecksumMode.ENABLED));
        assertThat(head.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("application/pdf");
        assertThat(head.metadata()).containsExactly(Map.entry("report", "weekly"));
        assertThat(head.serverSideEncryptionAsString()).isEqualTo("AES256");
        assertThat(head.checksumCRC32()).isNotEmpty();
        assertThat(s3.getObjectTagging(b -> b.bucket("exports").key("a")).tagSet())
                .hasSize(1);
    }

    @Test
    void onlyTheOwnersAclIsTaken() {
        refused(
                () -> s3.putObject(
                        b -> b.bucket("exports").key("a").acl(ObjectCannedACL.PUBLIC_READ),
                        RequestBody.fromString("x")),
                400,
                "AccessControlListNotSupported");
        s3.putObject(
                b -> b.bucket("exports").key("a").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                RequestBody.fromString("x"));
    }

    @Test
    void anAclNeedsItsOwnPermission() {
        var writer = world.user("writer", AwsWorld.allow("s3:PutObject", "arn:aws:s3:::exports/*"));
        world.s3(writer).putObject(b -> b.bucket("exports").key("a"), RequestBody.fromString("x"));
        refused(
                        () -> world.s3(writer)
                                .putObject(
                                        b -> b.bucket("exports")
                                                .key("a")
                                                .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                                        RequestBody.fromString("x")),
                        403,
                        "AccessDenied")
                .hasMessageContaining("s3:PutObjectAcl");
    }

    @Test
    void whoMayNotListIsNotToldWhatIsMissing() {
        var reader = world.user("reader", AwsWorld.allow("s3:GetObject", "arn:aws:s3:::exports/*"));
        refused(() -> world.s3(reader).getObjectAsBytes(b -> b.bucket("exports").key("a")), 403, "AccessDenied");
        refused(() -> get("a"), 404, "NoSuchKey");
    }

    @Test
    void conditionsAndRangesHold() {
        put("a", "hello");
        assertThat(s3.getObjectAsBytes(b -> b.bucket("exports").key("a").range("bytes=1-2"))
                        .asUtf8String())
                .isEqualTo("el");
        assertThat(s3.getObjectAsBytes(b -> b.bucket("exports").key("a").range("bytes=-1"))
                        .asUtf8String())
                .isEqualTo("o");
        refused(() -> s3.getObjectAsBytes(b -> b.bucket("exports").key("a").range("bytes=9-")), 416, "InvalidRange");
        refused(
                () -> s3.getObjectAsBytes(b -> b.bucket("exports").key("a").ifMatch("\"other\"")),
                412,
                "PreconditionFailed");
        refused(
                () -> s3.putObject(b -> b.bucket("exports").key("a").ifNoneMatch("*"), RequestBody.fromString("again")),
                412,
                "PreconditionFailed");
    }

    @Test
    void aDamagedBodyIsRefused() {
        refused(
                () -> s3.putObject(
                        b -> b.bucket("exports").key("a").contentMD5("1B2M2Y8AsgTpgAmY7PhCfg=="),
                        RequestBody.fromString("x")),
                400,
                "BadDigest");
        refused(
                () -> s3.putObject(
                        b -> b.bucket("exports")
                                .key("a")
                                .checksumSHA256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                        RequestBody.fromString("x")),
                400,
                "BadDigest");
        refused(() -> get("a"), 404, "NoSuchKey");
    }

    @Test
    void aKeyHasItsLength() {
        put("ü".repeat(512), "x");
        refused(() -> put("ü".repeat(512) + "a", "x"), 400, "KeyTooLongError");
    }

    @Test
    void listsRollPrefixesUpAndComeInPages() {
        for (String key : List.of("a/1", "a/2", "b", "c/1", "d")) put(key, "x");
        var listed = s3.listObjectsV2(b -> b.bucket("exports").delimiter("/"));
        assertThat(listed.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/", "c/");
        assertThat(listed.contents()).extracting(S3Object::key).containsExactly("b", "d");
        List<String> all = new ArrayList<>();
        s3.listObjectsV2Paginator(b -> b.bucket("exports").maxKeys(2))
                .contents()
                .forEach(o -> all.add(o.key()));
        assertThat(all).containsExactly("a/1", "a/2", "b", "c/1", "d");
        List<String> rolled = new ArrayList<>();
        s3.listObjectsV2Paginator(b -> b.bucket("exports").maxKeys(1).delimiter("/"))
                .forEach(page -> {
                    page.commonPrefixes().forEach(p -> rolled.add(p.prefix()));
                    page.contents().forEach(o -> rolled.add(o.key()));
                });
        assertThat(rolled).containsExactly("a/", "b", "c/", "d");
    }

    @Test
    void versionsAreKeptAndMarkersHideThem() {
        s3.putBucketVersioning(
                b -> b.bucket("exports").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        put("a", "one");
        put("a", "two");
        var versions = s3.listObjectVersions(b -> b.bucket("exports")).versions();
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().isLatest()).isTrue();
        assertThat(s3.deleteObject(b -> b.bucket("exports").key("a")).deleteMarker())
                .isTrue();
        refused(() -> get("a"), 404, "NoSuchKey");
        assertThat(s3.getObjectAsBytes(b -> b.bucket("exports")
                                .key("a")
                                .versionId(versions.getLast().versionId()))
                        .asUtf8String())
                .isEqualTo("one");
        List<String> seen = new ArrayList<>();
        s3.listObjectVersionsPaginator(b -> b.bucket("exports").maxKeys(1)).forEach(page -> {
            page.versions().forEach(v -> seen.add(v.versionId()));
            page.deleteMarkers().forEach(v -> seen.add(v.versionId()));
        });
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void manyAreDeletedAtOnce() {
        put("a", "x");
        put("b", "x");
        var deleted = s3.deleteObjects(b -> b.bucket("exports")
                .delete(d -> d.objects(
                        ObjectIdentifier.builder().key("a").build(),
                        ObjectIdentifier.builder().key("nothing").build())));
        assertThat(deleted.deleted()).hasSize(2);
        assertThat(s3.listObjectsV2(b -> b.bucket("exports")).contents())
                .extracting(S3Object::key)
                .containsExactly("b");
    }

    @Test
    void anObjectIsCopiedWithWhatIsSaidOfIt() {
        s3.putObject(
                b -> b.bucket("exports").key("a b").metadata(Map.of("report", "weekly")),
                RequestBody.fromString("hello"));
        s3.copyObject(b -> b.sourceBucket("exports")
                .sourceKey("a b")
                .destinationBucket("exports")
                .destinationKey("copy"));
        assertThat(get("copy")).isEqualTo("hello");
        assertThat(s3.headObject(b -> b.bucket("exports").key("copy")).metadata())
                .containsEntry("report", "weekly");
        refused(
                () -> s3.copyObject(b -> b.sourceBucket("exports")
                        .sourceKey("copy")
                        .destinationBucket("exports")
                        .destinationKey("copy")),
                400,
                "InvalidRequest");
    }

    @Test
    void partsMakeAnObject() {
        byte[] part = new byte[5 * 1024 * 1024];
        new Random(7).nextBytes(part);
        String id =
                s3.createMultipartUpload(b -> b.bucket("exports").key("big")).uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int number = 1; number <= 2; number++) {
            int n = number;
            byte[] body = number == 1 ? part : "the end".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            whole.writeBytes(body);
            String etag = s3.uploadPart(
                            b -> b.bucket("exports").key("big").uploadId(id).partNumber(n), RequestBody.fromBytes(body))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        }
        refused(() -> s3.deleteBucket(b -> b.bucket("exports")), 409, "BucketNotEmpty");
        refused(
                () -> s3.completeMultipartUpload(b ->
                        b.bucket("exports").key("big").uploadId(id).multipartUpload(m -> m.parts(parts.reversed()))),
                400,
                "InvalidPartOrder");
        assertThat(s3.completeMultipartUpload(
                                b -> b.bucket("exports").key("big").uploadId(id).multipartUpload(m -> m.parts(parts)))
                        .eTag())
                .endsWith("-2\"");
        assertThat(s3.getObjectAsBytes(b -> b.bucket("exports").key("big")).asByteArray())
                .isEqualTo(whole.toByteArray());
        refused(
                () -> s3.abortMultipartUpload(
                        b -> b.bucket("exports").key("big").uploadId(id)),
                404,
                "NoSuchUpload");
    }

    @Test
    void aLockedObjectStays() {
        s3.createBucket(b -> b.bucket("locked").objectLockEnabledForBucket(true));
        s3.putObjectLockConfiguration(b -> b.bucket("locked")
                .objectLockConfiguration(c -> c.objectLockEnabled("Enabled")
                        .rule(r -> r.defaultRetention(
                                d -> d.mode(ObjectLockRetentionMode.COMPLIANCE).days(1)))));
        String version = s3.putObject(b -> b.bucket("locked").key("a"), RequestBody.fromString("x"))
                .versionId();
        refused(() -> s3.deleteObject(b -> b.bucket("locked").key("a").versionId(version)), 403, "AccessDenied");
        assertThat(s3.deleteObject(b -> b.bucket("locked").key("a")).deleteMarker())
                .isTrue();
    }
}
