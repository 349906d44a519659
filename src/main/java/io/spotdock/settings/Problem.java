package io.spotdock.settings;

import io.spotdock.domain.Fault;
import java.util.Optional;

/**
 * Something wrong with a draft or a settings file.
 *
 * @param path of the key, such as {@code bucket.name}; empty where the file as a whole is meant
 */
public record Problem(String path, Fault fault, Optional<Position> at) {
    static Problem of(Field field, Fault fault) {
        return new Problem(field.path(), fault, Optional.empty());
    }

    Problem at(Optional<Position> position) {
        return new Problem(path, fault, position);
    }
}
