package io.spotdock.service.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.Diagnosis;
import io.spotdock.service.Event;
import io.spotdock.service.Integration;
import io.spotdock.service.Readiness;
import io.spotdock.service.Surroundings;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The journey's verbs over many integrations. Results come in the order asked; one failure stops no other; an interrupt
 * begins nothing new and lets what runs stop before its next change: the rest is Cancelled, and the thread's flag is set.
 */
public final class FleetRunner {
    public static final int DEFAULT_PARALLEL = 8;
    public static final int MOST_PARALLEL = 64;

    private final FleetAccess access;
    private final Surroundings world;
    private final Crowd crowd;

    /**
     * Starts nothing yet.
     *
     * @param parallel how many integrations at once, from 1 to {@link #MOST_PARALLEL}
     */
    public FleetRunner(FleetAccess access, Surroundings world, int parallel) {
        if (parallel < 1 || parallel > MOST_PARALLEL) throw new IllegalArgumentException(parallel + " at once");
        this.access = access;
        this.world = world;
        this.crowd = new Crowd(parallel);
    }

    /** What would be changed; changes nothing. */
    public List<Result<Plan>> plan(List<FleetEntry> entries, Aim aim, FleetListener listener) {
        return new Round<>(entries, Function.identity(), listener).run(_ -> Set.of(), (entry, sink) -> {
            try (Journal journal = world.journals().read(entry.settings())) {
                return planned(integration(entry, Need.of(aim), journal, sink), aim, sink);
            }
        });
    }

    /** Whether roles that somebody else made let the webhooks of these plans deliver; changes nothing. */
    public List<Result<Readiness>> readiness(List<Planned> planned, Aim aim, FleetListener listener) {
        return new Round<>(planned, Planned::entry, listener).run(_ -> Set.of(), (each, sink) -> {
            try (Journal journal = world.journals().read(each.entry().settings())) {
                return integration(each.entry(), Need.of(aim), journal, sink).readiness(each.plan());
            }
        });
    }

    /**
     * Carries out plans that a person has seen. Where several share a bucket, a role or an identity provider, the later
     * ones find it made: they are planned anew, and carried out as far as that was shown.
     *
     * @param aim of those plans
     * @return AlreadyThere for one that would change other than was shown by now; Cancelled for one that an interrupt
     *     stopped half-way, as its events and its journal tell
     * @throws IllegalArgumentException when one holds conflicts
     */
    public List<Result<Applied>> apply(List<Planned> planned, Aim aim, FleetListener listener) {
        if (planned.stream().anyMatch(each -> !each.plan().conflicts().isEmpty()))
            throw new IllegalArgumentException("a plan holds conflicts");
        Shares shares = Shares.of(planned);
        return new Round<>(planned, Planned::entry, listener).run(shares::lanes, (each, sink) -> {
            Settings settings = each.entry().settings();
            if (aim.scope() != Scope.AWS) findSecrets(settings);
            try (Journal journal = world.journals().write(settings)) {
                Integration integration = integration(each.entry(), Need.of(aim), journal, sink);
                Plan plan = shares.isShared(each) ? asShown(each.plan(), planned(integration, aim, sink)) : each.plan();
                Applied applied = integration.apply(plan, aim, sink);
                if (applied.cancelled()) throw new CancellationException("stopped half-way");
                return applied;
            }
        });
    }

    /**
     * Runs the live test of each. One that was interrupted half-way is Good, and says itself that it was cancelled and what
     * it left behind.
     */
    public List<Result<TestRun>> test(List<FleetEntry> entries, TestOrder order, FleetListener listener) {
        Function<FleetEntry, Set<String>> lanes =
                entry -> order.isJournalled() ? Set.of(Shares.role(entry.settings())) : Set.of();
        return new Round<>(entries, Function.identity(), listener).run(lanes, (entry, sink) -> {
            Settings settings = entry.settings();
            try (Journal journal = order.isJournalled()
                    ? world.journals().write(settings)
                    : world.journals().read(settings)) {
                return integration(entry, Need.of(order), journal, sink).test(order, List.of(), sink);
            }
        });
    }

    /** What keeps files from coming; changes nothing. */
    public List<Result<Diagnosis>> diagnose(List<FleetEntry> entries, FleetListener listener) {
        return new Round<>(entries, Function.identity(), listener).run(_ -> Set.of(), (entry, sink) -> {
            try (Journal journal = world.journals().read(entry.settings())) {
                return integration(entry, Need.IF_GIVEN, journal, sink).diagnose(sink);
            }
        });
    }

    private Integration integration(FleetEntry entry, Need need, Journal journal, Event.Sink sink) {
        return new Integration(
                patiently(sink, () -> access.open(entry, need)),
                journal,
                world.receivers(),
                world.waiter(),
                world.clock());
    }

    private Plan planned(Integration integration, Aim aim, Event.Sink sink) {
        return patiently(sink, () -> integration.plan(aim));
    }

    /** Beside many others, being asked to slow down is to be expected, and passes. */
    private <T> T patiently(Event.Sink sink, Supplier<T> reading) {
        return world.waiter().until("plan", sink, Failure.Throttled.class::isInstance, reading);
    }

    /** Every secret that the webhook needs, so that a missing one is said before anything is changed. */
    private void findSecrets(Settings settings) {
        settings.webhook().stream()
                .flatMap(webhook -> webhook.secrets().stream())
                .forEach(this::find);
    }

    private void find(SecretReference reference) {
        try (Secret _ = world.secrets().apply(reference)) {
            return;
        }
    }

    /** @throws FailureException AlreadyThere where more, or other, would be changed than a person has seen */
    private static Plan asShown(Plan shown, Plan now) {
        for (Change change : now.changes()) {
            boolean known = !change.writes() && !(change instanceof Change.Conflict)
                    || shown.changes().contains(change);
            if (!known)
                throw new FailureException(
                        new Failure.AlreadyThere(change.resource().toString(), ""));
        }
        return now;
    }

    /** One verb over all of them. */
    private final class Round<T> {
        private final List<T> items;
        private final Function<T, FleetEntry> entry;
        private final FleetListener listener;

        Round(List<T> items, Function<T, FleetEntry> entry, FleetListener listener) {
            this.items = items;
            this.entry = entry;
            this.listener = new InTurn(listener, world.audit());
        }

        <R> List<Result<R>> run(Function<T, Set<String>> lanes, BiFunction<T, Event.Sink, R> work) {
            List<Ended<R>> ended = crowd.run(
                    items,
                    lanes,
                    item -> {
                        listener.began(entry.apply(item));
                        return work.apply(item, event -> listener.heard(entry.apply(item), event));
                    },
                    (item, how) -> listener.ended(new Result<>(entry.apply(item), how)));
            List<Result<R>> results = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) results.add(new Result<>(entry.apply(items.get(i)), ended.get(i)));
            return List.copyOf(results);
        }
    }
}
