package io.spotdock.sandbox.aws.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The ways in which AWS words what is wrong with a signature. */
public enum Dialect {
    /** IAM and STS (IAM API Reference, "Common Errors"). */
    QUERY,
    /** Services that speak AWS JSON: the same texts under other codes (CloudTrail API Reference, "Common Errors"). */
    JSON,
    /** Amazon S3 API Reference, "Error Responses". */
    S3;

    /** How far a client's clock may be off. */
    public static final Duration TOLERANCE = Duration.ofMinutes(15);

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static String compact(Instant instant) {
        return COMPACT.format(instant);
    }

    public static Instant instant(String compact) {
        return Instant.from(COMPACT.parse(compact));
    }

    public Refusal unknownKey(String accessKeyId) {
        return switch (this) {
            case QUERY ->
                new Refusal(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
            case JSON ->
                new Refusal(
                        400, "UnrecognizedClientException", "The security token included in the request is invalid.");
            case S3 ->
                new Refusal(
                                403,
                                "InvalidAccessKeyId",
                                "The AWS Access Key Id you provided does not exist in our records.")
                        .with("AWSAccessKeyId", accessKeyId);
        };
    }

    public Refusal wrongToken() {
        return switch (this) {
            case QUERY ->
                new Refusal(403, "InvalidClientTokenId", "The security token included in the request is invalid");
            case JSON -> unknownKey("");
            case S3 -> new Refusal(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
        };
    }

    public Refusal expiredToken() {
        return switch (this) {
            case QUERY -> new Refusal(403, "ExpiredToken", "The security token included in the request is expired");
            case JSON ->
                new Refusal(400, "ExpiredTokenException", "The security token included in the request is expired");
            case S3 -> new Refusal(400, "ExpiredToken", "The provided token has expired.");
        };
    }

    public Refusal wrongSignature(String accessKeyId, String provided, String stringToSign, String canonicalRequest) {
        return switch (this) {
            case QUERY, JSON ->
                mismatch(
                        "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                                + " Access Key and signing method. Consult the service documentation for details.");
            case S3 ->
                new Refusal(
                                403,
                                "SignatureDoesNotMatch",
                                "The request signature we calculated does not match the signature you provided. Check your key"
                                        + " and signing method.")
                        .with("AWSAccessKeyId", accessKeyId)
                        .with("StringToSign", stringToSign)
                        .with("SignatureProvided", provided)
                        .with("CanonicalRequest", canonicalRequest);
        };
    }

    /** What is wrong with a signature, but for S3. */
    Refusal mismatch(String text) {
        return this == JSON
                ? new Refusal(400, "InvalidSignatureException", text)
                : new Refusal(403, "SignatureDoesNotMatch", text);
    }

    public Refusal skewed(String amzDate, Instant sent, Instant now) {
        return switch (this) {
            case QUERY, JSON ->
                mismatch(
                        sent.isBefore(now)
                                ? "Signature expired: " + amzDate + " is now earlier than "
                                        + compact(now.minus(TOLERANCE)) + " (" + compact(now) + " - 15 min.)"
                                : "Signature not yet current: " + amzDate + " is still later than "
                                        + compact(now.plus(TOLERANCE)) + " (" + compact(now) + " + 15 min.)");
            case S3 ->
                new Refusal(
                                403,
                                "RequestTimeTooSkewed",
                                "The difference between the request time and the current time is too large.")
                        .with("RequestTime", amzDate)
                        .with("ServerTime", now.toString())
                        .with("MaxAllowedSkewMilliseconds", String.valueOf(TOLERANCE.toMillis()));
        };
    }

    public Refusal badScope(String wrong) {
        return switch (this) {
            case QUERY, JSON -> mismatch("Credential should be scoped to " + wrong + ".");
            case S3 ->
                new Refusal(
                        400, "AuthorizationHeaderMalformed", "The authorization header is malformed; " + wrong + ".");
        };
    }

    /** Where what claims to be a signature can't be read. */
    public Refusal incomplete(String text) {
        return new Refusal(400, this == JSON ? "IncompleteSignatureException" : "IncompleteSignature", text);
    }

    public Refusal badDate() {
        return switch (this) {
            case QUERY, JSON ->
                incomplete(
                        "Date must be in ISO-8601 'basic format'. Got ''. See http://en.wikipedia.org/wiki/ISO_8601");
            case S3 ->
                new Refusal(403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
        };
    }
}
