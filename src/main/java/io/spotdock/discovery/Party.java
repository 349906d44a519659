package io.spotdock.discovery;

import io.spotdock.domain.GoogleProvider;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;

/** Somebody whom a trust policy lets in, and who may be ThoughtSpot. */
sealed interface Party {
    /**
     * Whoever comes from an AWS account.
     *
     * @param account empty where anybody is let in
     * @param externalIds those that let in, as written; none where none is asked for, or where they are patterns
     */
    record OfAws(Optional<String> account, List<String> externalIds) implements Party {
        public OfAws {
            externalIds = List.copyOf(externalIds);
        }
    }

    /** @param subject of the token; empty where any will do */
    record OfGoogle(Optional<String> subject, GoogleProvider provider) implements Party {}

    /** Whether it may be the one that is already known of. */
    default boolean fits(Draft known) {
        return switch (this) {
            case OfAws(Optional<String> account, List<String> externalIds) ->
                !known.text(Field.HOSTING).equals(Optional.of("gcp"))
                        && agrees(known, Field.THOUGHTSPOT_ACCOUNT, account)
                        && known.text(Field.EXTERNAL_ID)
                                .filter(id -> !externalIds.contains(id))
                                .isEmpty();
            case OfGoogle(Optional<String> subject, GoogleProvider _) ->
                !known.text(Field.HOSTING).equals(Optional.of("aws")) && agrees(known, Field.SERVICE_ACCOUNT, subject);
        };
    }

    private static boolean agrees(Draft known, Field field, Optional<String> found) {
        return known.text(field).isEmpty()
                || found.isEmpty()
                || known.text(field).equals(found);
    }
}
