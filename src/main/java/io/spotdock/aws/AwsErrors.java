package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** AWS's error codes in our words (IAM, STS, S3 and KMS API References, "Common errors" and "Error responses"). */
final class AwsErrors {
    /** A condition key of an identity provider, such as {@code accounts.google.com:sub}. */
    private static final Pattern CONDITION_KEY =
            Pattern.compile("\\b([a-z0-9-]+(?:\\.[a-z0-9-]+)+(?:/[\\w./-]*)?:[a-z]\\w*)");

    private static final String MISSING_CONDITION = "(?is).*\\b(condition|claim)s?\\b.*";

    private final InstantSource clock;

    AwsErrors(InstantSource clock) {
        this.clock = clock;
    }

    /** Empty for an error that nobody foresaw. */
    Optional<Failure> failure(AwsServiceException e, Call call, String host) {
        String said = said(e);
        return switch (code(e)) {
            case "AccessDenied",
                    "AccessDeniedException",
                    "UnauthorizedOperation",
                    "AllAccessDisabled",
                    "Forbidden",
                    "403" -> mfa(said).or(() -> Optional.of(denied(call, said)));
            case "NoSuchEntity",
                    "NoSuchBucket",
                    "NoSuchKey",
                    "NoSuchVersion",
                    "NoSuchBucketPolicy",
                    "NotFound",
                    "NotFoundException",
                    "404" -> Optional.of(new Failure.Missing(call.resource(), said));
            case "EntityAlreadyExists", "BucketAlreadyOwnedByYou" ->
                Optional.of(new Failure.AlreadyThere(call.resource(), said));
            case "BucketAlreadyExists" -> Optional.of(conflict(call, "fault.bucket.taken", said));
            case "BucketNotEmpty" -> Optional.of(conflict(call, "fault.bucket.not-empty", said));
            case "DeleteConflict" -> Optional.of(conflict(call, "fault.aws.in-use", said));
            case "LimitExceeded", "LimitExceededException", "TooManyBuckets", "QuotaExceeded" ->
                Optional.of(conflict(call, "fault.aws.limit", said));
            case "UnmodifiableEntity", "InvalidBucketState" -> Optional.of(conflict(call, "fault.aws.fixed", said));
            case "AccessControlListNotSupported", "InvalidBucketAclWithObjectOwnership" ->
                Optional.of(conflict(call, "fault.bucket.acl", said));
            case "KMS.DisabledException",
                    "KMS.NotFoundException",
                    "KMS.KMSInvalidStateException",
                    "KMS.InvalidStateException" -> Optional.of(conflict(call, "fault.bucket.kms-key", said));
            case "OptInRequired", "NotSignedUp", "AccountProblem", "SubscriptionRequired" ->
                Optional.of(conflict(call, "fault.aws.account", said));
            case "ConcurrentModification", "EntityTemporarilyUnmodifiable", "OperationAborted" ->
                Optional.of(new Failure.NotVisibleYet(call.resource(), said));
            case "MalformedPolicyDocument", "MalformedPolicy", "InvalidPolicyDocument" ->
                Optional.of(policy(call, said));
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired" ->
                Optional.of(new Failure.Expired("sign-in.aws-expired", said));
            case "SignatureDoesNotMatch", "InvalidSignatureException" ->
                Optional.of(
                        ClockSkew.ofText(said).map(skew -> skewed(skew, said)).orElseGet(() -> rejected(said)));
            case "InvalidClientTokenId",
                    "InvalidAccessKeyId",
                    "UnrecognizedClientException",
                    "UnrecognizedClient",
                    "AuthFailure",
                    "InvalidToken",
                    "MissingAuthenticationToken",
                    "IncompleteSignature",
                    "NotAuthorized" -> Optional.of(rejected(said));
            case "RequestTimeTooSkewed" -> Optional.of(skewed(skew(e), said));
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "IllegalLocationConstraintException",
                    "InvalidLocationConstraint",
                    "AuthorizationHeaderMalformed",
                    "InvalidRegion" ->
                Optional.of(new Failure.Invalid("aws.region", Fault.of("fault.bucket.region", name(call)), said));
            case "Throttling",
                    "ThrottlingException",
                    "Throttled",
                    "ThrottledException",
                    "RequestThrottled",
                    "RequestThrottledException",
                    "RequestLimitExceeded",
                    "TooManyRequests",
                    "TooManyRequestsException",
                    "SlowDown",
                    "BandwidthLimitExceeded",
                    "PriorRequestNotComplete" -> Optional.of(new Failure.Throttled(call.service(), said));
            case "RequestTimeout",
                    "RequestTimeoutException",
                    "InternalError",
                    "InternalFailure",
                    "ServiceUnavailable",
                    "ServiceFailure" -> Optional.of(new Failure.Unreachable(host, said));
            case "InvalidBucketName",
                    "KeyTooLongError",
                    "InvalidArgument",
                    "InvalidRequest",
                    "InvalidInput",
                    "ValidationError",
                    "InvalidParameterValue",
                    "MalformedXML",
                    "InvalidTag",
                    "InvalidTagKeyException",
                    "InvalidArnException" ->
                Optional.of(new Failure.Invalid(call.field(), Fault.of("fault.aws.refused", name(call)), said));
            default -> byStatus(e, call, host, said);
        };
    }

    /** The answer to a HEAD has no body and so no code. */
    private static Optional<Failure> byStatus(AwsServiceException e, Call call, String host, String said) {
        int status = e.statusCode();
        boolean coded = !code(e).isEmpty();
        // S3 slows callers down by 503 (Amazon S3 User Guide, "Optimizing Amazon S3 performance").
        boolean slowDown =
                status == 429 || status == 503 && !coded && call.service().equals("s3");
        if (e.isThrottlingException() || slowDown) return Optional.of(new Failure.Throttled(call.service(), said));
        if (status >= 500) return Optional.of(new Failure.Unreachable(host, said));
        return switch (status) {
            case 403 -> Optional.of(denied(call, said));
            case 404 -> coded ? Optional.empty() : Optional.of(new Failure.Missing(call.resource(), said));
            case 401 -> Optional.of(rejected(said));
            case 301, 307 ->
                Optional.of(new Failure.Invalid("aws.region", Fault.of("fault.bucket.region", name(call)), said));
            default -> Optional.empty();
        };
    }

    /** AWS tells by words alone that it is about the code (re:Post, "MultiFactorAuthentication failed"). */
    private static Optional<Failure> mfa(String said) {
        if (said.contains("invalid MFA one time pass code"))
            return Optional.of(new Failure.Expired("sign-in.aws-mfa-code", said));
        if (said.contains("unable to validate MFA code"))
            return Optional.of(new Failure.Invalid("aws.profile", Fault.of("fault.aws.profile.mfa-device"), said));
        return Optional.empty();
    }

    private static Failure denied(Call call, String said) {
        DeniedText text = DeniedText.of(said);
        return new Failure.Denied(
                text.action().orElse(call.permission()),
                text.resource().orElse(call.resource()),
                text.principal().orElse(""),
                said);
    }

    private static Failure conflict(Call call, String key, String said) {
        return new Failure.Conflict(call.resource(), Fault.of(key, name(call)), said);
    }

    /**
     * A refused document. A principal that AWS does not know may only be too new; what an identity provider that AWS
     * recognises must be tested for is named by its condition key (IAM User Guide, "Identity-provider controls for
     * shared OIDC providers").
     */
    private static Failure policy(Call call, String said) {
        if (said.contains("Invalid principal in policy")) return new Failure.NotVisibleYet(call.resource(), said);
        Matcher key = CONDITION_KEY.matcher(said.toLowerCase(Locale.ROOT));
        if (said.matches(MISSING_CONDITION) && key.find())
            return new Failure.Invalid(
                    call.field(), Fault.of("fault.policy.condition-missing", name(call), key.group(1)), said);
        return new Failure.Invalid(call.field(), Fault.of("fault.policy.malformed", name(call)), said);
    }

    /** At least what S3 tolerates: the answer's date may be a proxy's, whose clock is as wrong as ours. */
    private Duration skew(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("Date"))
                .flatMap(date -> ClockSkew.ofDate(date, clock.instant()))
                .filter(skew -> skew.abs().compareTo(ClockSkew.TOLERANCE_OF_S3) > 0)
                .orElse(ClockSkew.TOLERANCE_OF_S3);
    }

    private static Failure skewed(Duration skew, String said) {
        return new Failure.Invalid("clock", Fault.of("fault.clock-skew", Math.abs(skew.toMinutes())), said);
    }

    private static Failure rejected(String said) {
        return new Failure.Expired("sign-in.aws-rejected", said);
    }

    /** The resource without its kind. */
    private static String name(Call call) {
        return call.resource().substring(call.resource().indexOf(' ') + 1);
    }

    private static String code(AwsServiceException e) {
        return Stream.ofNullable(e.awsErrorDetails())
                .flatMap(details -> Stream.ofNullable(details.errorCode()))
                .findFirst()
                .orElse("");
    }

    /** AWS's own words, with the request's ID, by which AWS's support finds it. */
    static String said(AwsServiceException e) {
        String message = Stream.ofNullable(e.awsErrorDetails())
                .flatMap(details -> Stream.ofNullable(details.errorMessage()))
                .findFirst()
                .orElse("");
        String id = Redaction.ofRequestId(e.requestId());
        String code = code(e).isEmpty() ? "HTTP " + e.statusCode() : code(e);
        return Redaction.of(code + (message.isBlank() ? "" : ": " + message))
                + (id.isEmpty() ? "" : " (request " + id + ")");
    }
}
