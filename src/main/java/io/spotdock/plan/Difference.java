package io.spotdock.plan;

import java.util.List;
import java.util.Optional;

/**
 * One field that differs, in values a person compares; never raw JSON, never a secret.
 *
 * @param field a text key, such as {@code field.external-id}
 * @param found what stands there now; empty when nothing does
 * @param wanted what will stand there; empty when it goes away
 * @param note a text key that says what the difference means, such as {@code note.case-only}
 */
public record Difference(String field, List<String> found, List<String> wanted, Optional<String> note) {
    public Difference {
        found = List.copyOf(found);
        wanted = List.copyOf(wanted);
    }
}
