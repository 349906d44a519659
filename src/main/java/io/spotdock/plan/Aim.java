package io.spotdock.plan;

import io.spotdock.domain.resource.ResourceKind;
import java.util.Set;

/**
 * What a plan is to hold, and what a person has decided beforehand.
 *
 * @param overwrite the conflicts that are decided: change it anyway
 */
public record Aim(Scope scope, Set<ResourceKind> overwrite, Secrets secrets) {
    public Aim {
        overwrite = Set.copyOf(overwrite);
    }

    public static Aim of(Scope scope, Set<ResourceKind> overwrite) {
        return new Aim(scope, overwrite, Secrets.TYPED);
    }

    /** The same once it has been carried out. */
    public Aim carriedOut() {
        return new Aim(scope, overwrite, Secrets.SENT);
    }
}
