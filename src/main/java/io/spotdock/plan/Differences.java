package io.spotdock.plan;

import java.util.List;
import java.util.Optional;

/** Ways to write a {@link Difference}. */
final class Differences {
    private Differences() {}

    static Difference of(String field, String found, String wanted) {
        return new Difference(field, List.of(found), List.of(wanted), Optional.empty());
    }

    static Difference added(String field, String wanted) {
        return new Difference(field, List.of(), List.of(wanted), Optional.empty());
    }

    /** Empty when both are equal. */
    static Optional<Difference> between(String field, Optional<String> found, Optional<String> wanted) {
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of(new Difference(
                        field, found.stream().toList(), wanted.stream().toList(), Optional.empty()));
    }
}
