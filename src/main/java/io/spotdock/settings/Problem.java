package io.spotdock.settings;

import io.spotdock.domain.Fault;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something wrong with a draft or a settings file.
 *
 * @param path of the key, such as {@code bucket.name}; empty where the file as a whole is meant
 * @param file that it is in, where that is not the one that was asked for but one which that names
 */
public record Problem(String path, Fault fault, Optional<Position> at, Optional<String> file) {
    /** In the order of the file; what has no place comes last. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.at().orElse(new Position(Integer.MAX_VALUE, 1)),
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column));

    public Problem(String path, Fault fault, Optional<Position> at) {
        this(path, fault, at, Optional.empty());
    }

    static Problem of(Field field, Fault fault) {
        return new Problem(field.path(), fault, Optional.empty());
    }

    Problem at(Optional<Position> position) {
        return new Problem(path, fault, position, file);
    }

    /** The same, of a key in a section of another document. */
    public Problem below(String section) {
        String join = section.isEmpty() || path.isEmpty() ? "" : ".";
        return new Problem(section + join + path, fault, at, file);
    }

    public Problem in(String other) {
        return new Problem(path, fault, at, Optional.of(other));
    }
}
