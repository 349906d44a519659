package io.spotdock.cli;

import io.spotdock.plan.Scope;
import org.jspecify.annotations.Nullable;

/** A side of the integration, by the names of the command line. */
public enum Side {
    aws,
    webhook;

    /** @param only empty where both are meant */
    public static Scope scope(@Nullable Side only) {
        if (only == null) return Scope.ALL;
        return only == aws ? Scope.AWS : Scope.WEBHOOK;
    }
}
