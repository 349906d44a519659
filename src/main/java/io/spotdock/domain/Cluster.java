package io.spotdock.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A ThoughtSpot cluster as far as it shows itself.
 *
 * @param release empty where the sign-in may not see it
 * @param seen what it was seen to do
 * @param unseen what it was seen not to do, whatever its release
 */
public record Cluster(Optional<Release> release, Set<Capability> seen, Set<Capability> unseen) {
    public static final Cluster UNKNOWN = new Cluster(Optional.empty(), Set.of(), Set.of());

    public Cluster {
        seen = Set.copyOf(seen);
        unseen = Set.copyOf(unseen);
    }

    public Cluster without(Capability capability) {
        EnumSet<Capability> more = EnumSet.of(capability);
        more.addAll(unseen);
        return new Cluster(release, seen, more);
    }

    /** Whether it is known to have it. */
    public boolean has(Capability capability) {
        if (unseen.contains(capability)) return false;
        return seen.contains(capability)
                || release.map(own -> own.isAtLeast(capability.since()))
                        // What a release has shows that it is no older, and so has all that is older still.
                        .orElseGet(
                                () -> seen.stream().anyMatch(one -> one.since().isAtLeast(capability.since())));
    }

    /** Whether it is known not to have it. */
    public boolean lacks(Capability capability) {
        if (unseen.contains(capability)) return true;
        if (seen.contains(capability) || has(capability)) return false;
        return release.isPresent()
                || unseen.stream().anyMatch(one -> capability.since().isAtLeast(one.since()));
    }

    /** What it is known not to have; without webhooks nothing else matters. */
    public Set<Capability> lacking() {
        if (lacks(Capability.WEBHOOKS)) return Set.of(Capability.WEBHOOKS);
        EnumSet<Capability> all = EnumSet.noneOf(Capability.class);
        Arrays.stream(Capability.values()).filter(this::lacks).forEach(all::add);
        return all;
    }
}
