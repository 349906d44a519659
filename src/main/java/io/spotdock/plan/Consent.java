package io.spotdock.plan;

import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import java.util.Set;

/**
 * What Spotdock may touch.
 *
 * @param made what the journal says Spotdock made
 * @param overwrite the conflicts that a person decided: change it anyway
 * @param secretsSent whether secrets that were typed have been given to ThoughtSpot already; it shows none, so that nothing
 *     else tells
 */
public record Consent(Set<ResourceId> made, Set<ResourceKind> overwrite, boolean secretsSent) {
    public static final Consent NONE = new Consent(Set.of(), Set.of());

    public Consent {
        made = Set.copyOf(made);
        overwrite = Set.copyOf(overwrite);
    }

    public Consent(Set<ResourceId> made, Set<ResourceKind> overwrite) {
        this(made, overwrite, false);
    }
}
