package io.spotdock.sandbox.aws.protocol;

import io.spotdock.sandbox.wire.SigV4;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies a Signature Version 4 and what it says about the body, with the secret of the key it names. */
public final class SignatureCheck {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Request request;
    private final Signature.V4 signature;
    private final Dialect dialect;
    private final Instant now;

    public SignatureCheck(Request request, Signature.V4 signature, Dialect dialect, Instant now) {
        this.request = request;
        this.signature = signature;
        this.dialect = dialect;
        this.now = now;
    }

    /** @throws Refusal where the signature, its date or the body's hash is wrong */
    public Payload verify(String secret) {
        checkDates();
        checkHeaders();
        String payloadHash = payloadHash();
        List<Map.Entry<String, String>> query = request.query().stream()
                .filter(entry -> !entry.getKey().equals("X-Amz-Signature"))
                .toList();
        String canonical = SigV4.canonicalRequest(
                request.method(),
                dialect == Dialect.S3
                        ? SigV4.encode(request.path(), false)
                        : request.exchange().rawPath(),
                query,
                signature.signedHeaders(),
                request.exchange().headers(),
                payloadHash);
        String toSign = SigV4.stringToSign(signature.amzDate(), signature.scope(), canonical);
        byte[] key = SigV4.signingKey(secret, signature.scope());
        if (!same(SigV4.signature(key, toSign), signature.value()))
            throw dialect.wrongSignature(signature.accessKeyId(), signature.value(), toSign, canonical);
        return payload(payloadHash, key);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void checkDates() {
        Instant sent;
        try {
            sent = Dialect.instant(signature.amzDate());
        } catch (DateTimeException _) {
            throw dialect.badDate();
        }
        if (!signature.amzDate().startsWith(signature.scope().date()))
            throw dialect.badScope(
                    dialect == Dialect.S3
                            ? "Invalid credential date \"" + signature.scope().date()
                                    + "\". This date is not the same as" + " X-Amz-Date: \""
                                    + signature.amzDate().substring(0, 8) + "\""
                            : "a valid date");
        if (signature.inQuery()) {
            checkExpiry(sent);
        } else if (Duration.between(sent, now).abs().compareTo(Dialect.TOLERANCE) > 0) {
            throw dialect.skewed(signature.amzDate(), sent, now);
        }
    }

    private void checkExpiry(Instant sent) {
        String text = signature.expires().orElse("");
        if (dialect != Dialect.S3 && text.isEmpty()) text = "900";
        if (!text.matches("[0-9]{1,9}"))
            throw new Refusal(400, "AuthorizationQueryParametersError", "X-Amz-Expires should be a number");
        Duration expires = Duration.ofSeconds(Long.parseLong(text));
        if (expires.compareTo(LONGEST) > 0)
            throw new Refusal(
                    400,
                    "AuthorizationQueryParametersError",
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less"
                            + " than 604800 seconds");
        if (sent.isAfter(now.plus(Dialect.TOLERANCE)))
            throw dialect == Dialect.S3
                    ? new Refusal(403, "AccessDenied", "Request is not valid yet")
                    : dialect.skewed(signature.amzDate(), sent, now);
        if (!now.isAfter(sent.plus(expires))) return;
        throw dialect == Dialect.S3
                ? new Refusal(403, "AccessDenied", "Request has expired")
                        .with("X-Amz-Expires", text)
                        .with("Expires", sent.plus(expires).toString())
                        .with("ServerTime", now.toString())
                : dialect.skewed(signature.amzDate(), sent, now);
    }

    /** The host and every {@code x-amz-} header must be under the signature (IAM User Guide, "Create a signed AWS API request"). */
    private void checkHeaders() {
        List<String> signed = signature.signedHeaders();
        if (!signed.contains("host"))
            throw dialect == Dialect.S3
                    ? new Refusal(
                                    403,
                                    "AccessDenied",
                                    "There were headers present in the request which were not signed")
                            .with("HeadersNotSigned", "host")
                    : dialect.mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        if (dialect != Dialect.S3) return;
        List<String> missing = request.exchange().headers().keySet().stream()
                .filter(name -> name.startsWith("x-amz-") && !name.equals("x-amz-content-sha256"))
                .filter(name -> !signed.contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty())
            throw new Refusal(403, "AccessDenied", "There were headers present in the request which were not signed")
                    .with("HeadersNotSigned", String.join(", ", missing));
    }

    private String payloadHash() {
        if (dialect != Dialect.S3) return SigV4.sha256Hex(request.body());
        Optional<String> sent = request.header("x-amz-content-sha256").or(() -> request.query("X-Amz-Content-Sha256"));
        if (sent.isPresent()) return sent.get();
        if (signature.inQuery()) return SigV4.UNSIGNED_PAYLOAD;
        throw new Refusal(400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    }

    private Payload payload(String payloadHash, byte[] key) {
        if (dialect != Dialect.S3) return new Payload(request.body(), Map.of());
        if (payloadHash.equals(SigV4.UNSIGNED_PAYLOAD)) return new Payload(request.body(), Map.of());
        return switch (payloadHash) {
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
                    "STREAMING-UNSIGNED-PAYLOAD-TRAILER" -> chunked(payloadHash, key);
            default -> {
                if (!payloadHash.matches("[0-9a-fA-F]{64}"))
                    throw new Refusal(
                            400,
                            "InvalidArgument",
                            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                                    + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or"
                                    + " a valid sha256 value.");
                String computed = SigV4.sha256Hex(request.body());
                if (!computed.equalsIgnoreCase(payloadHash))
                    throw new Refusal(
                                    400,
                                    "XAmzContentSHA256Mismatch",
                                    "The provided 'x-amz-content-sha256' header does not match what was computed.")
                            .with("ClientComputedContentSHA256", payloadHash)
                            .with("S3ComputedContentSHA256", computed);
                yield new Payload(request.body(), Map.of());
            }
        };
    }

    private Payload chunked(String kind, byte[] key) {
        String decoded = request.header("x-amz-decoded-content-length")
                .orElseThrow(() ->
                        new Refusal(411, "MissingContentLength", "You must provide the Content-Length HTTP header."));
        Payload payload = new AwsChunked(
                        request.body(), kind, key, signature.amzDate(), signature.scope(), signature.value())
                .read();
        if (!decoded.equals(String.valueOf(payload.content().length)))
            throw new Refusal(
                    400,
                    "IncompleteBody",
                    "You did not provide the number of bytes specified by the Content-Length HTTP header");
        List<String> announced = Arrays.stream(
                        request.header("x-amz-trailer").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!payload.trailers().keySet().containsAll(announced))
            throw new Refusal(
                    400,
                    "MalformedTrailerError",
                    "The request contained trailing data that was not well-formed or did not conform to our published"
                            + " schema.");
        return payload;
    }
}
