package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Problem;
import java.util.List;
import java.util.Optional;

/** A manifest, read and checked: a fleet, or everything that is wrong with it. */
public sealed interface ManifestChecked {
    /**
     * A fleet.
     *
     * @param notes on what is right as it stands, and perhaps not meant
     */
    record Good(Manifest manifest, List<Fault> notes) implements ManifestChecked {
        public Good {
            notes = List.copyOf(notes);
        }
    }

    /** @param problems in the order of the file, those of a file that it names last */
    record Bad(List<Problem> problems) implements ManifestChecked {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    default Optional<Manifest> good() {
        return switch (this) {
            case Good(Manifest manifest, List<Fault> _) -> Optional.of(manifest);
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
