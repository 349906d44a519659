package io.spotdock.gui.step;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;

/**
 * Something to be told above or below what it concerns: a bold sentence, and what to do about it.
 *
 * @param said the outside's own text; may be empty
 */
public record Notice(Kind kind, Fault title, Fault text, String said) {
    /** How grave it is. */
    public enum Kind {
        INFO,
        WARNING,
        DANGER
    }

    public static Notice info(String title, String text) {
        return new Notice(Kind.INFO, Fault.of(title), Fault.of(text), "");
    }

    public static Notice warning(Fault title, Fault text) {
        return new Notice(Kind.WARNING, title, text, "");
    }

    public static Notice danger(Fault title, Fault text, String said) {
        return new Notice(Kind.DANGER, title, text, said);
    }

    /** A failure as a window tells it, where nothing more fitting is known: what happened, and what to do here. */
    public static Notice of(Failure failure) {
        return switch (failure) {
            case Failure.Denied f ->
                danger(
                        Fault.of("failure.denied", f.principal(), f.action(), f.resource()),
                        Fault.of("wizard.failure.denied", f.action()),
                        f.said());
            case Failure.Missing f ->
                danger(Fault.of("failure.missing", f.resource()), Fault.of("failure.missing.remedy"), f.said());
            case Failure.AlreadyThere f ->
                danger(
                        Fault.of("failure.already-there", f.resource()),
                        Fault.of("wizard.failure.already-there"),
                        f.said());
            case Failure.Conflict f -> danger(Fault.of("failure.conflict", f.resource()), f.evidence(), f.said());
            case Failure.Invalid f -> danger(f.fault(), Fault.of("failure.invalid.remedy"), f.said());
            case Failure.Throttled f ->
                danger(Fault.of("failure.throttled", f.service()), Fault.of("wizard.failure.throttled"), f.said());
            case Failure.Unreachable f -> unreachable(f, Fault.of("wizard.failure.unreachable"));
            case Failure.Expired f ->
                danger(new Fault(f.signIn(), f.arguments()), Fault.of("failure.expired.remedy"), f.said());
            case Failure.NotVisibleYet f ->
                danger(
                        Fault.of("failure.not-visible-yet", f.resource()),
                        Fault.of("wizard.failure.not-visible-yet"),
                        f.said());
            case Failure.Unexpected f ->
                danger(
                        Fault.of("wizard.failure.unexpected"),
                        Fault.of("wizard.failure.unexpected.kept", f.reference()),
                        f.said());
        };
    }

    /**
     * No answer, and what has to be mended on the way, which says for itself how.
     *
     * @param otherwise what to do where nothing is known to be mended
     */
    public static Notice unreachable(Failure.Unreachable failure, Fault otherwise) {
        return failure.why()
                .map(why -> danger(why, new Fault(why.key() + ".remedy", why.arguments()), failure.said()))
                .orElseGet(() -> danger(Fault.of("failure.unreachable", failure.host()), otherwise, failure.said()));
    }
}
