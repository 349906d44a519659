package io.spotdock.sandbox.aws.state;

import io.spotdock.sandbox.aws.protocol.Checksums;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of an object, or a delete marker.
 *
 * @param headers such as {@code Content-Type} and {@code Cache-Control}, in the case they are answered in
 * @param metadata the names after {@code x-amz-meta-}
 * @param checksums of the whole object, or of its parts' checksums when {@code composite}
 * @param partSizes of an object that was uploaded in parts; empty otherwise
 */
public record StoredObject(
        String key,
        String versionId,
        boolean deleteMarker,
        byte[] content,
        String etag,
        Instant modified,
        Map<String, String> headers,
        Map<String, String> metadata,
        Map<Checksums, String> checksums,
        boolean composite,
        List<Integer> partSizes,
        Encryption encryption,
        String storageClass,
        Map<String, String> tags,
        Retention retention) {
    /** How an object is encrypted: {@code AES256} or {@code aws:kms}, the latter with a key. */
    public record Encryption(String algorithm, Optional<String> kmsKey, boolean bucketKey) {
        public static final Encryption SSE_S3 = new Encryption("AES256", Optional.empty(), false);
    }

    /** Object Lock: {@code GOVERNANCE} or {@code COMPLIANCE} until an instant, and a legal hold. */
    public record Retention(Optional<String> mode, Optional<Instant> until, boolean legalHold) {
        public static final Retention NONE = new Retention(Optional.empty(), Optional.empty(), false);
    }

    public static StoredObject marker(String key, String versionId, Instant now) {
        return new StoredObject(
                key,
                versionId,
                true,
                new byte[0],
                "",
                now,
                Map.of(),
                Map.of(),
                Map.of(),
                false,
                List.of(),
                Encryption.SSE_S3,
                "STANDARD",
                Map.of(),
                Retention.NONE);
    }

    public StoredObject withTags(Map<String, String> wanted) {
        return new StoredObject(
                key,
                versionId,
                deleteMarker,
                content,
                etag,
                modified,
                headers,
                metadata,
                checksums,
                composite,
                partSizes,
                encryption,
                storageClass,
                new LinkedHashMap<>(wanted),
                retention);
    }

    public StoredObject withRetention(Retention wanted) {
        return new StoredObject(
                key,
                versionId,
                deleteMarker,
                content,
                etag,
                modified,
                headers,
                metadata,
                checksums,
                composite,
                partSizes,
                encryption,
                storageClass,
                tags,
                wanted);
    }
}
