package io.spotdock.service;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Unread;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Consent;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.Part;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Planner;
import io.spotdock.plan.Scope;
import io.spotdock.plan.ThoughtSpotComparison;
import io.spotdock.port.Receivers;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One integration, signed in: what both front ends do with it. */
public final class Integration {
    private final Session session;
    private final Journal journal;
    private final Subjects subjects;
    private final Waiter waiter;
    private final InstantSource clock;
    private final Observer observer = new Observer();
    private final Planner planner = new Planner();

    public Integration(Session session, Journal journal, Receivers receivers, Waiter waiter, InstantSource clock) {
        this.session = session;
        this.journal = journal;
        this.subjects = new Subjects(receivers, clock);
        this.waiter = waiter;
        this.clock = clock;
    }

    public Session session() {
        return session;
    }

    /** What was noticed on the way in, and what earlier tests left in ThoughtSpot. */
    public List<Fault> notes() {
        List<Fault> notes = new ArrayList<>(session.notes());
        // A line that is cut off is no news: it says so for ever.
        journal.unread().stream()
                .filter(line -> line.why() == Unread.Why.NEWER)
                .forEach(line -> notes.add(line.said()));
        notes.addAll(forgotten().notes());
        return notes;
    }

    /** Deletes what earlier tests left in ThoughtSpot; the journal must be open for writing. */
    public void tidyUp(Event.Sink sink) {
        forgotten().takeAway(Chronicle.of(sink));
    }

    private ForgottenSchedules forgotten() {
        return new ForgottenSchedules(journal, clock, session);
    }

    /** Reads what stands; changes nothing. */
    public Observed observe() {
        return observer.observe(session);
    }

    /** What would be changed; changes nothing. */
    public Plan plan(Aim aim) {
        return plan(aim, observer.look(session).with(needed(aim.scope())));
    }

    /** What would be changed of what was just read. */
    public Plan plan(Aim aim, Observed observed) {
        Ledger ledger = new Ledger(journal.entries());
        Consent consent = ledger.consent(aim.overwrite(), aim.secrets());
        Plan plan = planner.plan(session.wanted(), observed, consent).only(aim.scope());
        List<Fault> notes = new ArrayList<>(notes());
        notes.addAll(plan.notes());
        if (ThoughtSpotComparison.leavesSecretsUnseen(plan, session.settings(), aim.secrets()))
            notes.add(Fault.of("note.secrets-unseen"));
        return new Plan(plan.account(), plan.changes(), notes);
    }

    /** Whoever registers the webhook for a cloud team need not be allowed to look at the bucket. */
    private static Part[] needed(Scope scope) {
        return switch (scope) {
            case ALL, AWS -> Part.values();
            case WEBHOOK, WEBHOOK_ALONE -> new Part[] {Part.ROLE, Part.THOUGHTSPOT};
        };
    }

    /**
     * Looks at a role that somebody else made, and at its bucket, before a plan registers a webhook that relies on them;
     * changes nothing.
     */
    public Readiness readiness(Plan plan) {
        return Readiness.look(session, observer, subjects, plan);
    }

    /**
     * Carries out a plan that a person has seen, and deletes what earlier tests left in ThoughtSpot.
     *
     * @param aim of that plan
     * @throws IllegalArgumentException when it holds conflicts
     */
    public Applied apply(Plan plan, Aim aim, Event.Sink sink) {
        Event.Sink heard = Chronicle.of(sink);
        if (aim.scope() != Scope.AWS) tidyUp(heard);
        return new Applier(waiter, clock)
                .apply(session, plan, aim.secrets(), journal, heard, () -> plan(aim.carriedOut()));
    }

    /** What would be changed, without sending again what can't be compared. */
    public Plan plan(Scope scope, Set<ResourceKind> overwrite) {
        return plan(Aim.of(scope, overwrite));
    }

    /** Carries out such a plan. */
    public Applied apply(Plan plan, Scope scope, Set<ResourceKind> overwrite, Event.Sink sink) {
        return apply(plan, Aim.of(scope, overwrite), sink);
    }

    /** Who am I, what may I do, what would stop me; changes nothing. */
    public List<CheckResult> preflight(Event.Sink sink) {
        return new Preflight(subjects).run(session, observer, Chronicle.of(sink));
    }

    /** What a self-test would do to the role's trust policy; changes nothing. */
    public SelfTestProposal selfTest() {
        return SelfTest.propose(session);
    }

    /** What keeps files from coming, as far as looking tells; changes nothing. */
    public Diagnosis diagnose(Event.Sink sink) {
        return new Doctor(subjects).look(session, observer, Chronicle.of(sink));
    }

    /**
     * Runs the live test. Writes a test file and removes it.
     *
     * @param size of the test file in bytes
     * @param earlier the results of an earlier test, to run only what that did not reach or saw fail; none runs all
     */
    public TestRun test(int size, List<CheckResult> earlier, Event.Sink sink) {
        return test(TestOrder.plain(size), earlier, sink);
    }

    /** Runs the live test as it is ordered; the journal must be open for writing where {@link TestOrder#isJournalled}. */
    public TestRun test(TestOrder order, List<CheckResult> earlier, Event.Sink sink) {
        return new LiveTest(waiter, journal, subjects, clock)
                .run(session, observer, order, earlier, Chronicle.of(sink));
    }

    /**
     * What a test with a Liveboard would do; changes nothing.
     *
     * @param zone that times are told in
     * @return empty without a connection to ThoughtSpot
     */
    public Optional<LiveboardProposal> liveboard(ZoneId zone) {
        return LiveboardTest.propose(session, zone, clock);
    }

    /** What was delivered lately; changes nothing. */
    public DeliveryLog deliveries() {
        return new DeliveryLog(session, observer, waiter, clock);
    }
}
