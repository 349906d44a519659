package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Outcome;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens into the log as it passes. Of a fault its key and not its arguments, which a person may have typed:
 * a secret in the wrong place is the fault that is told most often.
 */
public final class Chronicle implements Event.Sink {
    private final Logger log = LoggerFactory.getLogger(Chronicle.class);
    private final Event.Sink next;

    private Chronicle(Event.Sink next) {
        this.next = next;
    }

    /** One that has its events written down; one that has already stays as it is. */
    static Event.Sink of(Event.Sink sink) {
        return sink instanceof Chronicle ? sink : new Chronicle(sink);
    }

    @Override
    public void accept(Event event) {
        log.info("{}", words(event));
        next.accept(event);
    }

    private static String words(Event event) {
        return switch (event) {
            case Event.Started started -> started.subject() + ": started";
            case Event.Waiting waiting ->
                waiting.subject() + ": waiting " + waiting.next().toMillis() + " ms after attempt " + waiting.attempt()
                        + ", " + waiting.why().key();
            case Event.Finished finished -> finished.subject() + ": " + words(finished.outcome());
            case Event.Checked checked ->
                checked.subject() + ": " + checked.result().status().id()
                        + key(checked.result().evidence())
                        + key(checked.result().remedy());
            case Event.Delivered delivered ->
                "delivery " + delivered.subject() + ": " + delivered.delivery().status();
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(Optional<Fault> remains) -> outcome.id() + key(remains);
            case Outcome.Left(Fault why) -> outcome.id() + ", " + why.key();
            case Outcome.Stopped(Failure failure) -> outcome.id() + ", " + words(failure);
            case Outcome.AlreadyRight _, Outcome.Cancelled _ -> outcome.id();
        };
    }

    /** A failure in one line, with the other side's words, which hold no secrets, at its end. */
    public static String words(Failure failure) {
        String words = failure.getClass().getSimpleName() + " "
                + switch (failure) {
                    case Failure.Denied(String action, String resource, String principal, String _) ->
                        action + " on " + resource + " as " + principal;
                    case Failure.Missing(String resource, String _) -> resource;
                    case Failure.AlreadyThere(String resource, String _) -> resource;
                    case Failure.Conflict(String resource, Fault evidence, String _) ->
                        resource + ", " + evidence.key();
                    case Failure.Invalid(String field, Fault fault, String _) -> field + ", " + fault.key();
                    case Failure.Throttled(String service, String _) -> service;
                    case Failure.Unreachable(String host, Optional<Fault> why, String _) -> host + key(why);
                    case Failure.Expired expired -> expired.signIn();
                    case Failure.NotVisibleYet(String resource, String _) -> resource;
                    case Failure.Unexpected(String reference, String _) -> "reference " + reference;
                };
        return failure.said().isBlank() ? words : words + "; said: " + failure.said();
    }

    private static String key(Optional<Fault> fault) {
        return fault.map(it -> ", " + it.key()).orElse("");
    }
}
