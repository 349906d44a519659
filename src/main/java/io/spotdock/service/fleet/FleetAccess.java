package io.spotdock.service.fleet;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.port.Cloud;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookService;
import io.spotdock.service.ExternalIds;
import io.spotdock.service.Session;
import io.spotdock.service.Sessions;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.SignIns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Signs in to a fleet's accounts and Orgs, to each once; what can't be reached is remembered, and said of every
 * integration there without being asked again. Thread-safe. Closing it forgets every secret.
 */
public final class FleetAccess implements AutoCloseable {
    /** Each is a call or two, mostly waited for. */
    private static final int AT_ONCE = 16;

    private final Accounts accounts;
    private final Orgs orgs;
    private final ExternalIds externalIds;
    private final Object making = new Object();

    /**
     * Asks nobody yet.
     *
     * @param codes asks for the code of an MFA device, once for each sign-in that the others start from
     * @param own the command's own sign-in to ThoughtSpot, for hosts that the manifest has none for; called once, when it
     *     is needed
     */
    public FleetAccess(
            Surroundings world, SignIns signIns, CodePrompt codes, Supplier<Optional<WebhookConnector.SignIn>> own) {
        accounts = new Accounts(world.clouds().pool(), signIns.role(), codes, world.waiter());
        orgs = new Orgs(world.webhooks(), signIns, world.secrets(), own);
        externalIds = world.externalIds();
    }

    /**
     * Signs in to every account and Org side by side, and says where that fails: each once, in the order of the manifest,
     * AWS first. Accounts whose sign-in starts with one that fails already are told as that one alone. Writes nothing.
     * What failed before is tried again.
     *
     * @throws java.util.concurrent.CancellationException when interrupted
     */
    public List<Unreached> reach(List<FleetEntry> entries, Need need) {
        accounts.forgetFailures();
        orgs.forgetFailures();
        List<Unreached> unreached = new ArrayList<>(failures(starts(entries), need));
        Set<Place> closed = unreached.stream().map(Unreached::place).collect(Collectors.toSet());
        Map<Door, List<FleetEntry>> doors = new LinkedHashMap<>();
        for (FleetEntry entry : entries) {
            Settings.Aws aws = entry.settings().aws();
            if (closed.contains(new Place.Start(aws.profile()))) continue;
            Door account = new Door(new Place.Account(aws.accountId()), List.of(aws.profile(), aws.region()));
            doors.computeIfAbsent(account, _ -> new ArrayList<>()).add(entry);
        }
        for (FleetEntry entry : entries)
            Orgs.place(entry.settings())
                    .ifPresent(org -> doors.computeIfAbsent(new Door(org, List.of()), _ -> new ArrayList<>())
                            .add(entry));
        unreached.addAll(failures(doors, need));
        return unreached;
    }

    private static Map<Door, List<FleetEntry>> starts(List<FleetEntry> entries) {
        Map<Door, List<FleetEntry>> starts = new LinkedHashMap<>();
        for (FleetEntry entry : entries) {
            Place.Start start = new Place.Start(entry.settings().aws().profile());
            starts.computeIfAbsent(new Door(start, List.of()), _ -> new ArrayList<>())
                    .add(entry);
        }
        return starts;
    }

    /** @param way which of the ways into the same place */
    private record Door(Place place, List<Object> way) {}

    private List<Unreached> failures(Map<Door, List<FleetEntry>> doors, Need need) {
        List<Door> all = List.copyOf(doors.keySet());
        List<Ended<Place>> ended =
                new Crowd(AT_ONCE).run(all, door -> enter(door.place(), doors.getOrDefault(door, List.of()), need));
        Map<Place, Unreached> failures = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Place place = all.get(i).place();
            List<FleetEntry> there = doors.getOrDefault(all.get(i), List.of());
            switch (ended.get(i)) {
                case Ended.Good<Place> _ -> {}
                case Ended.Bad<Place>(Failure failure) ->
                    failures.merge(place, new Unreached(place, failure, there), Unreached::and);
                case Ended.Cancelled<Place> _ -> throw new CancellationException("not all were asked");
            }
        }
        return List.copyOf(failures.values());
    }

    private Place enter(Place place, List<FleetEntry> there, Need need) {
        switch (place) {
            case Place.Start _ -> accounts.start(there.getFirst().settings());
            case Place.Account _ -> accounts.cloud(there.getFirst().settings());
            case Place.Org _ ->
                orgs.service(
                        there.stream()
                                .map(FleetEntry::settings)
                                .filter(need::isOf)
                                .findFirst()
                                .orElseGet(there.getFirst()::settings),
                        need);
        }
        return place;
    }

    /**
     * A session for one integration; cheap once its account and Org have been reached.
     *
     * @throws FailureException as {@link Sessions#open}; the same for all integrations of a place that can't be reached
     */
    public Session open(FleetEntry entry, Need need) {
        Settings settings = entry.settings();
        Cloud cloud = accounts.cloud(settings);
        Optional<WebhookService> thoughtSpot = orgs.service(settings, need);
        return new Sessions((_, _) -> cloud, () -> externalId(settings)).open(settings, thoughtSpot);
    }

    /** Integrations that share a role share its external ID, and may ask for it at the same moment. */
    private ExternalId externalId(Settings settings) {
        synchronized (making) {
            return externalIds.of(settings);
        }
    }

    @Override
    public void close() {
        orgs.close();
        accounts.close();
    }
}
