package io.spotdock.sandbox.aws.state;

import io.spotdock.sandbox.aws.protocol.Checksums;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A multipart upload that is not finished.
 *
 * @param template an empty object with everything but content that the finished one will have
 */
public record Upload(
        String id,
        StoredObject template,
        Optional<Checksums> algorithm,
        boolean composite,
        Instant started,
        NavigableMap<Integer, Part> parts) {
    /** A part. */
    public record Part(int number, byte[] content, String etag, Map<Checksums, String> checksums, Instant modified) {}
}
