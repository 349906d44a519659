package io.spotdock.service;

import io.spotdock.check.SelfTestChecks;
import io.spotdock.check.Trial;
import io.spotdock.check.Verdict;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.journal.Journal;
import io.spotdock.port.Assumptions;
import io.spotdock.port.Objects;
import io.spotdock.service.OperatorPrincipal.Named;
import io.spotdock.service.OperatorPrincipal.Unfit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the operator into the role for the length of a self-test, and out of it again. The statement that does so runs out
 * by itself, and is taken out by {@link #end} however the test ends; what a crash left is taken out by {@link #tidyUp} of
 * the next one. The role's own rights are never touched.
 */
final class SelfTest implements Trial, Temporary {
    /** AWS may take two minutes to learn of it; the checks take seconds. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String SESSION = "spotdock-self-test";

    private final Session session;
    private final Waiter waiter;
    private final InstantSource clock;
    private volatile Event.Sink listener = Event.Sink.NONE;
    private final RoleArn role;
    private final TemporaryTrust trust;
    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private final ExternalId externalId;
    private Optional<String> principal = Optional.empty();
    private Assumptions.@Nullable Session inside;
    private @Nullable Verdict takenOut;

    SelfTest(Session session, Journal journal, Waiter waiter, InstantSource clock) {
        this.session = session;
        this.waiter = waiter;
        this.clock = clock;
        this.role = session.wanted().role().arn();
        this.trust = new TemporaryTrust(
                session.cloud().roles(), role.name(), new StatementLog(journal, clock, session), waiter, this::tell);
        this.externalId = switch (session.hosting()) {
            case Hosting.OnAws aws -> aws.externalId();
            // A token of Google's has no external ID to compare, so this run has one of its own.
            case Hosting.OnGcp _ -> new ExternalId(SESSION + "-" + mark);
        };
    }

    /** What would be put in. */
    static SelfTestProposal propose(Session session) {
        return switch (OperatorPrincipal.of(session.caller(), session.cloud().roles())) {
            case Unfit(Fault why) -> new SelfTestProposal.NotPossible(why);
            case Named(String arn) ->
                new SelfTestProposal.PutIn(
                        session.wanted().role().arn(),
                        arn,
                        LASTS,
                        session.settings().role().isMadeElsewhere());
        };
    }

    @Override
    public void speakTo(Event.Sink sink) {
        listener = sink;
    }

    private void tell(Event event) {
        listener.accept(event);
    }

    @Override
    public void tidyUp(Event.Sink told) {
        trust.tidyUp(told);
    }

    @Override
    public ExternalId externalId() {
        return externalId;
    }

    @Override
    public Entrance enter() {
        return switch (OperatorPrincipal.of(session.caller(), session.cloud().roles())) {
            case Unfit(Fault why) -> new Entrance.Closed(why);
            case Named(String arn) -> {
                Instant end = clock.instant().plus(LASTS).truncatedTo(ChronoUnit.SECONDS);
                yield putIn(arn, end).<Entrance>map(Entrance.Closed::new).orElseGet(() -> letIn(arn, end));
            }
        };
    }

    private synchronized Optional<Fault> putIn(String arn, Instant end) {
        if (takenOut != null) throw new CancellationException("the self-test is over");
        principal = Optional.of(arn);
        return trust.putIn(SelfTestStatement.of(mark, arn, externalId, end));
    }

    private Entrance letIn(String arn, Instant end) {
        try {
            keep(waiter.until(SelfTestChecks.LET_IN, this::tell, Waiter::passesByItself, this::opened));
            return new Entrance.Open(Fault.of("check.performed.let-in.yes", arn, end));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotVisibleYet refused)
                return new Entrance.Closed(Fault.of("check.performed.let-in.no", refused.said()));
            throw e;
        }
    }

    private Assumptions.Session opened() {
        return switch (assume(Optional.of(externalId))) {
            case Assumptions.Outcome.Assumed(Assumptions.Session opened) -> opened;
            case Assumptions.Outcome.Refused(String said) ->
                throw new FailureException(new Failure.NotVisibleYet("role " + role.name(), said));
        };
    }

    private synchronized void keep(Assumptions.Session opened) {
        if (takenOut == null) inside = opened;
        else opened.close();
    }

    @Override
    public Assumptions.Outcome assume(Optional<ExternalId> shown) {
        return session.cloud().assumptions().assume(role, shown, SESSION);
    }

    @Override
    public synchronized Objects asRole() {
        if (inside == null) throw new CancellationException("the role is not entered");
        return inside.objects();
    }

    @Override
    public synchronized Optional<String> principal() {
        return principal;
    }

    @Override
    public Verdict end() {
        return SeenThrough.undisturbed(this::concluded);
    }

    private synchronized Verdict concluded() {
        if (inside != null) inside.close();
        Verdict verdict = Optional.ofNullable(takenOut).orElseGet(trust::takeOut);
        takenOut = verdict;
        return verdict;
    }
}
