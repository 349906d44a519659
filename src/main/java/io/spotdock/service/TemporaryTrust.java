package io.spotdock.service;

import io.spotdock.check.SelfTestChecks;
import io.spotdock.check.Verdict;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyLimits;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import io.spotdock.plan.Outcome;
import io.spotdock.port.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts one statement into the role's trust policy and takes it out again. It is written to the journal before it is put in,
 * and every doubt about whether it stands is taken to say that it does.
 */
final class TemporaryTrust {
    private final Roles roles;
    private final RoleName role;
    private final StatementLog log;
    private final Waiter waiter;
    private final Event.Sink sink;
    private final TemporaryStatement statements;
    private @Nullable PutIn putIn;

    /**
     * What has been put in, or may have been.
     *
     * @param before the policy as it stood
     */
    private record PutIn(Statement statement, String sid, PolicyDocument before) {}

    TemporaryTrust(Roles roles, RoleName role, StatementLog log, Waiter waiter, Event.Sink sink) {
        this.roles = roles;
        this.role = role;
        this.log = log;
        this.waiter = waiter;
        this.sink = sink;
        this.statements = new TemporaryStatement(roles, role);
    }

    /** Takes out what earlier self-tests left, whoever's they were; where that can't be done, a check reports it. */
    void tidyUp(Event.Sink told) {
        try {
            boolean found = statements.takeOut(SelfTestStatement::is);
            log.settle();
            if (found) told.accept(new Event.Finished(log.subject(), new Outcome.Changed()));
        } catch (FailureException _) {
            return;
        }
    }

    /**
     * Puts it in.
     *
     * @return why not, where the policy certainly is as it was
     * @throws FailureException when AWS gave no clear answer, so that it may stand there all the same
     */
    Optional<Fault> putIn(Statement statement) {
        PolicyDocument standing =
                statements.trust().orElseThrow(() -> new FailureException(new Failure.Missing("role " + role, "")));
        PolicyDocument with = plus(standing, statement);
        // A policy that is longer already shows that its quota was raised.
        int limit = PolicyLimits.size(standing) > PolicyLimits.TRUST ? PolicyLimits.TRUST_RAISED : PolicyLimits.TRUST;
        if (PolicyLimits.size(with) > limit)
            return Optional.of(Fault.of("check.performed.no-room", PolicyLimits.size(with), limit));
        String sid = statement.sid().orElseThrow();
        log.begun(sid, standing);
        putIn = new PutIn(statement, sid, standing);
        try {
            waiter.until(SelfTestChecks.LET_IN, sink, Failure.Throttled.class::isInstance, () -> put(with));
        } catch (FailureException e) {
            if (!Execution.certain(e.failure())) throw e;
            log.failed(e.failure());
            putIn = null;
            if (e.failure() instanceof Failure.Denied denied)
                return Optional.of(Fault.of("check.performed.may-not", denied.action(), role));
            throw e;
        }
        log.done();
        return Optional.empty();
    }

    /** One that is given up half-way could arrive after the next: so its answer is waited for, whatever happens. */
    private PolicyDocument put(PolicyDocument document) {
        return SeenThrough.toItsEnd(() -> {
            roles.putTrust(role, document);
            return document;
        });
    }

    private static PolicyDocument plus(PolicyDocument trust, Statement statement) {
        List<Statement> all = new ArrayList<>(trust.statements());
        all.add(statement);
        return new PolicyDocument(trust.version(), trust.id(), all);
    }

    /** Takes it out again, if it stands there or may; says what became of it, and lets no interrupt keep it in. */
    Verdict takeOut() {
        PutIn put = putIn;
        if (put == null) return Verdict.skipped("check.performed.taken-out.none");
        try {
            Optional<PolicyDocument> rest =
                    waiter.insistently(SelfTestChecks.TAKEN_OUT, sink, Failure::retriable, new Removal(put.sid()));
            log.undone();
            return rest.filter(left -> !left.means(put.before())).isPresent()
                    ? Verdict.passed("check.performed.taken-out.others-kept", role)
                    : Verdict.passed("check.performed.taken-out.as-before", role);
        } catch (FailureException e) {
            return stillThere(put, e.failure().said());
        } catch (CancellationException _) {
            return stillThere(put, "");
        }
    }

    private Verdict stillThere(PutIn put, String said) {
        return new Verdict.Failed(
                Fault.of(
                        "check.performed.taken-out.no",
                        put.sid(),
                        role,
                        SelfTestStatement.end(put.statement()).orElseThrow()),
                Fault.of("remedy.take-out"),
                said);
    }

    /**
     * Takes the statement out and reads the policy back. The first time it is written even where the statement is not to
     * be seen: IAM may still show the policy of before, and bring the statement only later.
     */
    private final class Removal implements Supplier<Optional<PolicyDocument>> {
        private final Predicate<Statement> ours;
        private boolean written;

        Removal(String sid) {
            ours = TemporaryStatement.of(sid);
        }

        /** Empty when the role is gone. */
        @Override
        public Optional<PolicyDocument> get() {
            Optional<PolicyDocument> found = statements.trust();
            if (found.isEmpty()) return found;
            if (!written || holds(found.get())) {
                put(SelfTestStatement.without(found.get(), ours));
                written = true;
            }
            Optional<PolicyDocument> read = statements.trust();
            if (read.filter(this::holds).isPresent())
                throw new FailureException(new Failure.NotVisibleYet("role " + role, ""));
            return read;
        }

        private boolean holds(PolicyDocument trust) {
            return trust.statements().stream().anyMatch(ours);
        }
    }
}
