package io.spotdock.export.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who makes what in a fleet: of what several integrations share, the first of the manifest makes the role and the bucket,
 * and an account's identity provider is made for all that sign in by it. A role that somebody else makes is left out.
 */
final class Layout {
    private final Map<Role, Site> sites = new LinkedHashMap<>();
    private final Map<Bucket, Site> makers = new HashMap<>();
    private final Map<String, Site> byName = new LinkedHashMap<>();
    private final Map<AccountId, SharedProvider> providers = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private record Role(AccountId account, String name) {}

    private record Bucket(Partition partition, String name) {}

    /**
     * An account's identity provider, which accepts every service account of the fleet.
     *
     * @param region of the stack, or of the provider of Terraform, that makes it; it itself has none
     */
    record SharedProvider(IdentityProvider provider, RegionName region) {
        SharedProvider with(IdentityProvider other) {
            TreeSet<String> clients = new TreeSet<>(provider.clientIds());
            clients.addAll(other.clientIds());
            return new SharedProvider(
                    new IdentityProvider(provider.partition(), provider.account(), clients, provider.tags()), region);
        }
    }

    Layout(Manifest manifest, Function<FleetEntry, Hosting> hostings) {
        for (FleetEntry entry : manifest.entries()) {
            Settings settings = entry.settings();
            if (settings.role().isMadeElsewhere()) leftOut.add(entry.name());
            else
                byName.put(
                        entry.name(),
                        sites.computeIfAbsent(
                                role(settings), _ -> site(entry.name(), settings, hostings.apply(entry))));
        }
    }

    private static Role role(Settings settings) {
        String name = settings.role().name().value().toLowerCase(Locale.ROOT);
        return new Role(settings.aws().accountId(), name);
    }

    private Site site(String name, Settings settings, Hosting hosting) {
        Partition partition = settings.aws().region().partition();
        Bucket bucket = new Bucket(partition, settings.bucket().name().value());
        Optional<Site> maker = Optional.ofNullable(makers.get(bucket));
        Settings own = maker.isPresent() ? withoutBucket(settings) : settings;
        Site site = new Site(name, new Wanted(own, hosting, partition), maker);
        if (own.bucket().create()) makers.put(bucket, site);
        site.wanted()
                .identityProvider()
                .ifPresent(provider -> providers.merge(
                        site.account(),
                        new SharedProvider(provider, site.region()),
                        (former, _) -> former.with(provider)));
        return site;
    }

    private static Settings withoutBucket(Settings settings) {
        Settings.Bucket bucket = settings.bucket();
        return new Settings(
                settings.thoughtSpot(),
                settings.aws(),
                new Settings.Bucket(bucket.name(), bucket.prefix(), false, bucket.tlsOnly(), bucket.kmsKey()),
                settings.role(),
                settings.webhook());
    }

    /** In the order of the manifest. */
    Stream<Site> sites() {
        return sites.values().stream();
    }

    /** The site of each integration that is not left out. */
    Map<String, Site> byName() {
        return byName;
    }

    Map<AccountId, SharedProvider> providers() {
        return providers;
    }

    /** Whether a site signs in by its account's identity provider. */
    static boolean needsProvider(Site site) {
        return site.wanted().identityProvider().isPresent();
    }

    List<String> leftOut() {
        return leftOut;
    }
}
