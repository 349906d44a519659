package io.spotdock.check;

import io.spotdock.domain.Fault;

/** What a check found. Evidence and remedies are sentences of the text bundle. */
public sealed interface Verdict {
    Fault evidence();

    record Passed(Fault evidence) implements Verdict {}

    record Warned(Fault evidence, Fault remedy) implements Verdict {}

    /** @param said the outside's own text; may be empty */
    record Failed(Fault evidence, Fault remedy, String said) implements Verdict {}

    /** It does not apply, or can't be looked at; {@code evidence} is the reason. */
    record Skipped(Fault evidence) implements Verdict {}

    static Verdict passed(String key, Object... arguments) {
        return new Passed(Fault.of(key, arguments));
    }

    static Verdict failed(Fault evidence, Fault remedy) {
        return new Failed(evidence, remedy, "");
    }

    static Verdict skipped(String key, Object... arguments) {
        return new Skipped(Fault.of(key, arguments));
    }
}
