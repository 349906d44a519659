package io.spotdock.service.fleet;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Change;
import io.spotdock.settings.Settings;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What several plans of a fleet would write to, and so have to take turns at. */
final class Shares {
    private final IdentityHashMap<Planned, Set<String>> lanes = new IdentityHashMap<>();
    private final Map<String, Integer> takers = new HashMap<>();

    private Shares() {}

    static Shares of(List<Planned> planned) {
        Shares shares = new Shares();
        for (Planned each : planned) {
            Set<String> names = lanesOf(each);
            shares.lanes.put(each, names);
            names.forEach(name -> shares.takers.merge(name, 1, Integer::sum));
        }
        return shares;
    }

    /** The role, by which the journal goes as well; role names are unique regardless of case. */
    static String role(Settings settings) {
        return "role " + settings.aws().accountId() + " "
                + settings.role().name().value().toLowerCase(Locale.ROOT);
    }

    private static Set<String> lanesOf(Planned each) {
        Settings settings = each.entry().settings();
        Set<String> names = new TreeSet<>(Set.of(role(settings)));
        for (Change change : each.plan().changes())
            if (change.writes()) names.add(lane(change.resource().kind(), settings));
        return names;
    }

    private static String lane(ResourceKind kind, Settings settings) {
        return switch (kind) {
            case BUCKET, BUCKET_POLICY, TEST_FILE ->
                "bucket " + settings.bucket().name();
            case IDENTITY_PROVIDER -> "identity provider " + settings.aws().accountId();
            case ROLE, TRUST_POLICY, PERMISSIONS_POLICY -> role(settings);
            case WEBHOOK, CHANNEL, SCHEDULE ->
                "org " + settings.thoughtSpot().host() + " "
                        + settings.thoughtSpot().org();
        };
    }

    Set<String> lanes(Planned each) {
        return lanes.getOrDefault(each, Set.of());
    }

    /** Whether an earlier one may have made what this one's plan holds. */
    boolean isShared(Planned each) {
        return lanes(each).stream().anyMatch(name -> takers.getOrDefault(name, 0) > 1);
    }
}
