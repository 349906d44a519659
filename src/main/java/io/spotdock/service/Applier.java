package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Org;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ResourceKind.Group;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out the plan of an integration, once AWS has nothing against it. */
final class Applier {
    private final Waiter waiter;
    private final InstantSource clock;

    Applier(Waiter waiter, InstantSource clock) {
        this.waiter = waiter;
        this.clock = clock;
    }

    /**
     * Applies.
     *
     * @param secrets those that the plan sends again
     * @param again plans anew, to see whether all is as planned
     * @throws IllegalArgumentException when the plan holds conflicts, which a person has to decide first
     */
    Applied apply(Session session, Plan plan, Secrets secrets, Journal journal, Event.Sink sink, Supplier<Plan> again) {
        Optional<Failure> refusal = plan.conflicts().isEmpty() ? Foresight.refusal(session, plan) : Optional.empty();
        if (refusal.isPresent()) return new Applied(List.of(), refusal, false);
        Actions actions = new Actions(session, trustOfNewRole(session, plan), secrets);
        return new Execution(waiter, clock, journal, session.caller().arn(), org(session, plan), sink)
                .run(plan, actions::of, again);
    }

    /** Of the journal's lines about ThoughtSpot; whoever may not see the channels is asked about otherwise. */
    private static Optional<Org> org(Session session, Plan plan) {
        boolean needed = plan.changes().stream()
                .anyMatch(change -> change.writes() && change.resource().kind().group() == Group.THOUGHTSPOT);
        if (!needed) return Optional.empty();
        return plan.changes().stream()
                .flatMap(change -> seen(change).stream())
                .findFirst()
                .or(() -> session.thoughtSpot().map(service -> service.user().currentOrg()));
    }

    private static Optional<Org> seen(Change change) {
        return switch (change) {
            case Change.Keep(ChannelPreference found) -> Optional.of(found.org());
            case Change.Update(ChannelPreference found, var _, var _) -> Optional.of(found.org());
            case Change.Keep _, Change.Update _, Change.Create _, Change.Delete _, Change.Conflict _ ->
                Optional.empty();
        };
    }

    private static PolicyDocument trustOfNewRole(Session session, Plan plan) {
        return plan.changes().stream()
                .filter(Change.Create.class::isInstance)
                .map(change -> ((Change.Create) change).wanted())
                .filter(TrustPolicy.class::isInstance)
                .map(wanted -> ((TrustPolicy) wanted).document())
                .findFirst()
                .orElseGet(() -> session.wanted().trust().document());
    }
}
