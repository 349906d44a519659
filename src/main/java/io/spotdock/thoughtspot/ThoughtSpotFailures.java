package io.spotdock.thoughtspot;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.network.http.Reply;
import io.spotdock.port.Schedules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one mapper from ThoughtSpot's errors, and from having no answer, to {@link Failure}. */
final class ThoughtSpotFailures {
    private static final Logger LOG = LoggerFactory.getLogger(ThoughtSpotFailures.class);
    /** The key of a refusal whose reason is only in its text. */
    static final String REFUSED = "fault.thoughtspot-refused";

    private static final Pattern SECOND =
            Pattern.compile("(?i)already|duplicate|only one|one webhook|maximum|limit (reached|exceeded)");
    private static final Pattern MFA = Pattern.compile("(?i)\\b(mfa|2fa)\\b|(multi|two)[- ]?factor");

    /** What a refusal's text mentions → the setting it comes from; the first that fits is named. */
    private static final List<Map.Entry<Pattern, String>> FIELDS = List.of(
            Map.entry(Pattern.compile("(?i)external[_ ]?id"), "role.external-id"),
            Map.entry(Pattern.compile("(?i)role[_ ]?arn"), "role.name"),
            Map.entry(Pattern.compile("(?i)path[_ ]?prefix"), "bucket.prefix"),
            Map.entry(Pattern.compile("(?i)bucket"), "bucket.name"),
            Map.entry(Pattern.compile("(?i)\\bregion\\b"), "aws.region"),
            Map.entry(Pattern.compile("(?i)url[_ ]?params?"), "webhook.url-params"),
            Map.entry(Pattern.compile("(?i)additional[_ ]?headers?"), "webhook.headers"),
            Map.entry(Pattern.compile("(?i)signature"), "webhook.signature"),
            Map.entry(Pattern.compile("(?i)authentication|oauth|bearer"), "webhook.authentication"),
            Map.entry(Pattern.compile("(?i)\\burl\\b"), "webhook.url"));

    private final ThoughtSpotHost host;
    private final Redaction redaction;
    private final String signIn;

    /** @param signIn the text key of the way of signing in */
    ThoughtSpotFailures(ThoughtSpotHost host, Redaction redaction, String signIn) {
        this.host = host;
        this.redaction = redaction;
        this.signIn = signIn;
    }

    /** @param principal the user who is signed in; may be empty */
    FailureException of(Call call, Reply reply, String principal) {
        return new FailureException(
                switch (reply) {
                    case Reply.Lost lost -> lost(call, lost);
                    case Reply.Answer answer -> answered(call, answer, principal);
                });
    }

    /** A good status with a body that cannot be understood. */
    FailureException notUnderstood(Call call, Reply.Answer answer) {
        ErrorText text = ErrorText.of(answer.body());
        boolean atTheDoor = call == Call.SESSION_USER || call == Call.TOKEN;
        if (atTheDoor && answer.isGood() && Json.read(answer.body()).isEmpty())
            return new FailureException(notThoughtSpot(redaction.clean(text.said())));
        return new FailureException(unexpected(call, answer.status(), text));
    }

    FailureException orgElsewhere(String wanted, String current) {
        return invalid("thoughtspot.org", Fault.of("fault.thoughtspot-org.token", wanted, current), "");
    }

    FailureException rightsMissing(String user, Collection<String> missing) {
        return invalid("thoughtspot", Fault.of("fault.renewal.rights", user, String.join(", ", missing)), "");
    }

    FailureException orgUnknown(String wanted) {
        return invalid("thoughtspot.org", Fault.of("fault.thoughtspot-org.unknown", wanted), "");
    }

    FailureException orgRefused(String wanted, Reply.Answer answer) {
        return invalid(
                "thoughtspot.org",
                Fault.of("fault.thoughtspot-org.refused", wanted),
                redaction.clean(ErrorText.of(answer.body()).said()));
    }

    /** Text of the other side that goes into a result. */
    String clean(String text) {
        return redaction.clean(text);
    }

    FailureException expired() {
        return new FailureException(new Failure.Expired(signIn, ""));
    }

    private static FailureException invalid(String field, Fault fault, String said) {
        return new FailureException(new Failure.Invalid(field, fault, said));
    }

    private Failure lost(Call call, Reply.Lost lost) {
        String said = redaction.clean(lost.said());
        return switch (lost.cause()) {
            case NOT_SENT, DROPPED, TIMED_OUT -> lost.barrier().failure(host.name(), said);
            case TOO_LONG -> logged(call, 0, new Failure.Unexpected(reference(), said));
            case SENT_ELSEWHERE ->
                new Failure.Invalid("thoughtspot.host", Fault.of("fault.thoughtspot-host.moved", said), said);
        };
    }

    private Failure answered(Call call, Reply.Answer answer, String principal) {
        ErrorText text = ErrorText.of(answer.body());
        String raw = text.said();
        String said = redaction.clean(raw);
        if (call == Call.TOKEN && answer.status() >= 400 && answer.status() <= 403)
            return new Failure.Expired(MFA.matcher(raw).find() ? "sign-in.thoughtspot-mfa" : signIn, said);
        return switch (answer.status()) {
            case 401 -> new Failure.Expired(signIn, said);
            case 403 -> new Failure.Denied(call.title(), call.resource(), principal, said);
            case 404, 410 ->
                call == Call.TOKEN || call == Call.SESSION_USER
                        ? notThoughtSpot(said)
                        : new Failure.Missing(call.resource(), said);
            case 409 -> new Failure.AlreadyThere(call.resource(), said);
            case 400, 422 ->
                call == Call.WEBHOOK_CREATE && SECOND.matcher(raw).find()
                        ? new Failure.AlreadyThere(call.resource(), said)
                        : new Failure.Invalid(field(call, raw), Fault.of(REFUSED, call.title()), said);
            case 429 -> new Failure.Throttled("ThoughtSpot", said);
            default ->
                answer.status() >= 500
                        ? new Failure.Unreachable(host.name(), withIncident(answer.status(), text))
                        : unexpected(call, answer.status(), text);
        };
    }

    private Failure notThoughtSpot(String said) {
        return new Failure.Invalid(
                "thoughtspot.host", Fault.of("fault.thoughtspot-host.not-thoughtspot", host.name()), said);
    }

    private String withIncident(int status, ErrorText text) {
        String incident = text.incident().map(id -> " (" + id + ")").orElse("");
        return redaction.clean(status + " " + text.said() + incident);
    }

    private Failure unexpected(Call call, int status, ErrorText text) {
        String reference = text.incident().map(redaction::clean).orElseGet(ThoughtSpotFailures::reference);
        return logged(call, status, new Failure.Unexpected(reference, redaction.clean(status + " " + text.said())));
    }

    private static Failure logged(Call call, int status, Failure.Unexpected failure) {
        LOG.warn("{}: {} answered {}: {}", failure.reference(), call.title(), status, failure.said());
        return failure;
    }

    private static String reference() {
        return UUID.randomUUID().toString();
    }

    private static String field(Call call, String said) {
        if (call == Call.SCHEDULE_CREATE || call == Call.SCHEDULE_DELETE) return Schedules.LIVEBOARD;
        String whole = call == Call.CHANNELS_CONFIGURE || call == Call.CHANNELS_SEARCH ? "thoughtspot.org" : "webhook";
        return FIELDS.stream()
                .filter(entry -> entry.getKey().matcher(said).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(whole);
    }
}
