package io.spotdock.discovery;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;

/**
 * A field that what stands does not settle, so that a person has to.
 *
 * @param why there where nothing could be found, though it is needed
 * @param clues otherwise what was found, which is several things
 */
public record Open(Field field, Optional<Fault> why, List<Clue> clues) {
    public Open {
        clues = List.copyOf(clues);
    }
}
