package io.spotdock.check;

import io.spotdock.domain.Fault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a delivery failed, read from the text that ThoughtSpot repeats, and what to do. A remedy never tells anyone to trust
 * an account, a key or a URL only because an error named it: it says with what to compare it, or whom to ask.
 *
 * @param evidence what went wrong, with what AWS named: who called, what was asked for, and on what
 */
public record Cause(Fault evidence, Fault remedy) {
    /** A step as a job's detail names it: {@code STORAGE_FILE_UPLOAD_CHECK (bucket: b): }. */
    private static final Pattern STEP = Pattern.compile("\\b([A-Z]+(?:_[A-Z]+)*_CHECK)(?: \\([^)]*\\))?: ");

    static Cause of(String key, String remedy, Object... arguments) {
        return new Cause(Fault.of(key, arguments), Fault.of(remedy));
    }

    /** Why the file could not be written. */
    public static Cause of(String said, Circumstances known) {
        RefusalText text = RefusalText.of(said);
        return general(text)
                .or(() -> text.isOfAssuming() ? AssumeCause.of(text, known) : UploadCause.of(text, known))
                .or(() -> unreachable(text))
                .orElseGet(() -> unknown(text));
    }

    /** Why a job of the history failed: its detail names the steps that did; the file comes before the call. */
    public static Cause ofJob(String detail, Circumstances known) {
        Matcher step = STEP.matcher(detail);
        if (!step.find()) return of(detail, known);
        int from = step.end();
        boolean call = step.group(1).startsWith("HTTP");
        String said = step.find() ? detail.substring(from, step.start()) : detail.substring(from);
        return call ? receiver(said) : of(said, known);
    }

    private static Cause receiver(String said) {
        Matcher status = Pattern.compile("\\b([1-5][0-9]{2})\\b").matcher(said);
        return status.find()
                ? of("cause.receiver", "remedy.receiver", status.group(1))
                : of("cause.receiver.silent", "remedy.receiver");
    }

    /** What any call may come to, whatever it was for. */
    private static Optional<Cause> general(RefusalText text) {
        if (text.hasCode("SlowDown", "Throttling", "ThrottlingException", "TooManyRequestsException")
                || text.hasCode("RequestLimitExceeded", "RequestThrottled", "ProvisionedThroughputExceededException"))
            return known("cause.throttled", "remedy.again");
        if (text.hasCode("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture")
                || text.says("Signature (?:expired|not yet current)"))
            return known("cause.clock", "remedy.thoughtspot-support");
        if (text.hasCode("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "InvalidToken"))
            return known("cause.expired", "remedy.again");
        if (text.hasCode("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId")
                || text.hasCode("SignatureDoesNotMatch", "IncompleteSignature", "MissingAuthenticationToken"))
            return known("cause.their-keys", "remedy.thoughtspot-support");
        if (text.hasCode("AllAccessDisabled", "AccountProblem", "NotSignedUp", "OptInRequired"))
            return known("cause.account", "remedy.account-problem");
        if (text.hasCode("InternalError", "InternalFailure", "ServiceUnavailable", "OperationAborted")
                || text.code().isEmpty() && text.status().filter(s -> s >= 500).isPresent())
            return known("cause.aws-trouble", "remedy.again");
        return byOrganisation(text);
    }

    /** What an organisation or a network refuses can be seen from no account in it. */
    private static Optional<Cause> byOrganisation(RefusalText text) {
        if (text.denial().isEmpty()) return Optional.empty();
        return switch (text.denial().get().by()) {
            case SERVICE_CONTROL -> denied(text, "cause.scp", "remedy.organisation");
            case RESOURCE_CONTROL -> denied(text, "cause.rcp", "remedy.organisation");
            case ENDPOINT -> denied(text, "cause.endpoint", "remedy.thoughtspot-support");
            case SESSION -> denied(text, "cause.session", "remedy.thoughtspot-support");
            case IDENTITY, RESOURCE, TRUST, BOUNDARY, UNSAID -> Optional.empty();
        };
    }

    private static Optional<Cause> unreachable(RefusalText text) {
        return text.says("(?i)no such host|timed? ?out|connection (?:refused|reset)|deadline exceeded"
                        + "|handshake|unable to execute HTTP|could not connect|EOF|network is unreachable")
                ? known("cause.unreachable", "remedy.again")
                : Optional.empty();
    }

    private static Cause unknown(RefusalText text) {
        return text.code()
                .map(code -> of("cause.unknown.code", "remedy.doctor", code))
                .orElseGet(() -> of("cause.unknown", "remedy.doctor"));
    }

    static Optional<Cause> known(String key, String remedy, Object... arguments) {
        return Optional.of(of(key, remedy, arguments));
    }

    /** With what AWS named: the action, its resource, and who asked; a dash where it named none. */
    static Optional<Cause> denied(RefusalText text, String key, String remedy) {
        return known(
                key,
                remedy,
                text.action().orElse("–"),
                text.resource().orElse("–"),
                text.principal().orElse("–"));
    }
}
