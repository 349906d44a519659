package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Org;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which channels Liveboard schedules are sent: the cluster's preference, and that of an Org, which wins. The cluster
 * starts with e-mail, and no Org has one of its own.
 */
final class Preferences {
    private Optional<List<String>> ofCluster = Optional.of(List.of("EMAIL"));
    private final Map<Org, List<String>> ofOrgs = new HashMap<>();

    /** One change; an Org without channels is reset. */
    record Change(Optional<Org> org, Optional<List<String>> channels) {}

    synchronized Optional<List<String>> ofCluster() {
        return ofCluster;
    }

    synchronized Optional<List<String>> of(Org org) {
        return Optional.ofNullable(ofOrgs.get(org));
    }

    synchronized List<String> inForce(Org org) {
        return of(org).or(this::ofCluster).orElse(List.of("EMAIL"));
    }

    synchronized void apply(List<Change> changes) {
        for (Change change : changes)
            if (change.org().isEmpty()) ofCluster = change.channels();
            else
                change.channels()
                        .ifPresentOrElse(
                                channels -> ofOrgs.put(change.org().get(), channels),
                                () -> ofOrgs.remove(change.org().get()));
    }
}
