package io.spotdock.settings;

import java.util.List;
import java.util.Optional;

/** A draft, checked: settings, or everything that is wrong with it. */
public sealed interface Checked {
    record Good(Settings settings) implements Checked {}

    record Bad(List<Problem> problems) implements Checked {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    default Optional<Settings> good() {
        return switch (this) {
            case Good(Settings settings) -> Optional.of(settings);
            case Bad _ -> Optional.empty();
        };
    }

    default List<Problem> problems() {
        return switch (this) {
            case Good _ -> List.of();
            case Bad(List<Problem> problems) -> problems;
        };
    }
}
