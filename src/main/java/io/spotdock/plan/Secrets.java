package io.spotdock.plan;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.SecretReference.Entered;
import java.util.Optional;

/** Which secrets of a registered webhook are sent again. ThoughtSpot shows none, so that they can't be compared. */
public enum Secrets {
    /** Those that were typed into this session: they may be others than ThoughtSpot has. */
    TYPED,
    /** Every one that the settings refer to, on a person's word. */
    ALL,
    /** None: they have been sent already, and nothing else tells. */
    SENT;

    boolean sends(Optional<SecretReference> reference) {
        return switch (this) {
            case TYPED -> reference.filter(Entered.class::isInstance).isPresent();
            case ALL -> reference.isPresent();
            case SENT -> false;
        };
    }
}
