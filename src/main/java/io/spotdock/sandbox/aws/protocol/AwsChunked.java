package io.spotdock.sandbox.aws.protocol;

import io.spotdock.sandbox.wire.SigV4;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes the framing off an {@code aws-chunked} body and verifies each chunk's signature, where it has one (Amazon S3 API
 * Reference, "Signature calculations for the Authorization header: transferring payload in multiple chunks" and "…
 * including trailing headers").
 */
final class AwsChunked {
    private static final String EMPTY_HASH = SigV4.sha256Hex(new byte[0]);

    private final byte[] body;
    private final boolean signed;
    private final boolean trailing;
    private final byte[] key;
    private final String amzDate;
    private final SigV4.Scope scope;
    private String previous;
    private int at;

    /** @param seed the signature of the request's head; the first chunk's builds on it */
    AwsChunked(byte[] body, String kind, byte[] key, String amzDate, SigV4.Scope scope, String seed) {
        this.body = body;
        this.signed = kind.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        this.trailing = kind.endsWith("-TRAILER");
        this.key = key;
        this.amzDate = amzDate;
        this.scope = scope;
        this.previous = seed;
    }

    Payload read() {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
        while (true) {
            String[] head = line().split(";", 2);
            int size = size(head[0].strip());
            if (size > body.length - at) throw incomplete();
            byte[] chunk = Arrays.copyOfRange(body, at, at + size);
            at += size;
            if (signed) verify(chunk, head.length > 1 ? head[1].strip() : "");
            content.writeBytes(chunk);
            if (size == 0) return new Payload(content.toByteArray(), trailing ? trailers() : Map.of());
            if (!line().isEmpty()) throw incomplete();
        }
    }

    private void verify(byte[] chunk, String extension) {
        if (!extension.startsWith("chunk-signature=")) throw incomplete();
        String provided = extension.substring("chunk-signature=".length());
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256-PAYLOAD",
                amzDate,
                scope.toString(),
                previous,
                EMPTY_HASH,
                SigV4.sha256Hex(chunk));
        match(provided, toSign);
    }

    private void match(String provided, String toSign) {
        String expected = SigV4.signature(key, toSign);
        if (!expected.equals(provided)) throw Dialect.S3.wrongSignature("", provided, toSign, "");
        previous = expected;
    }

    private Map<String, String> trailers() {
        Map<String, String> trailers = new LinkedHashMap<>();
        StringBuilder canonical = new StringBuilder();
        while (at < body.length) {
            String line = line();
            if (line.isEmpty()) continue;
            int colon = line.indexOf(':');
            if (colon < 0) throw malformedTrailer();
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("x-amz-trailer-signature")) {
                if (signed)
                    match(
                            value,
                            String.join(
                                    "\n",
                                    "AWS4-HMAC-SHA256-TRAILER",
                                    amzDate,
                                    scope.toString(),
                                    previous,
                                    SigV4.sha256Hex(canonical.toString().getBytes(StandardCharsets.UTF_8))));
                return trailers;
            }
            trailers.put(name, value);
            canonical.append(name).append(':').append(value).append('\n');
        }
        if (signed) throw malformedTrailer();
        return trailers;
    }

    private String line() {
        int end = at;
        while (end < body.length && body[end] != '\n') end++;
        if (end >= body.length && at >= body.length) throw incomplete();
        int stop = end > at && body[end - 1] == '\r' ? end - 1 : end;
        String line = new String(body, at, stop - at, StandardCharsets.UTF_8);
        at = Math.min(end + 1, body.length);
        return line;
    }

    private static int size(String hex) {
        if (!hex.matches("[0-9a-fA-F]{1,7}")) throw incomplete();
        return Integer.parseInt(hex, 16);
    }

    private static Refusal incomplete() {
        return new Refusal(400, "IncompleteBody", "The request body terminated unexpectedly");
    }

    private static Refusal malformedTrailer() {
        return new Refusal(
                400,
                "MalformedTrailerError",
                "The request contained trailing data that was not well-formed or did not conform to our published schema.");
    }
}
