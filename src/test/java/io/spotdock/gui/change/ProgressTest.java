package io.spotdock.gui.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.gui.change.Line.State;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.service.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-11-23T10:42:00Z");
    private static final Change TRUST =
            new Change.Create(new TrustPolicy(new RoleName("r"), PolicyDocument.of()), List.of());
    private static final Change PROVIDER =
            new Change.Keep(new IdentityProvider(Partition.AWS, new AccountId("999888777666"), Set.of("1"), Map.of()));
    private static final Progress BEGUN =
            Progress.of(new Plan(new AccountId("999888777666"), List.of(PROVIDER, TRUST), List.of()), START);

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private static State state(Progress progress, int line) {
        return progress.lines().get(line).state();
    }

    private static Progress verifying() {
        return BEGUN.after(new Event.Started("trust-policy r"), START)
                .after(new Event.Finished("trust-policy r", new Outcome.Changed()), at(1))
                .after(new Event.Started(Event.VERIFY), at(1));
    }

    @Test
    void whatIsKeptIsNoStepAndReadingBackIsTwo() {
        assertThat(BEGUN.lines()).hasSize(3);
        assertThat(BEGUN.changes()).isEqualTo(1);
        assertThat(BEGUN.step()).isEqualTo(1);
        assertThat(BEGUN.share()).isZero();
    }

    @Test
    void aChangeCountsTheTimeItTook() {
        Progress done = verifying();

        assertThat(state(done, 0)).isEqualTo(new State.Done(Duration.ofSeconds(1)));
        assertThat(done.made()).isEqualTo(1);
        assertThat(done.step()).isEqualTo(2);
    }

    @Test
    void aWaitCountsDownToTheNextTryAndToTheEnd() {
        Progress waiting = verifying()
                .after(new Event.Waiting(Event.VERIFY, 4, Duration.ofSeconds(8), Fault.of("wait.again")), at(23));

        State.Running running = (State.Running) state(waiting, 1);
        Line.Wait pause = running.pause().orElseThrow();
        assertThat(pause.attempt()).isEqualTo(4);
        assertThat(pause.remaining(at(25))).isEqualTo(Duration.ofSeconds(6));
        assertThat(pause.share(at(25))).isEqualTo(0.25);
        assertThat(pause.remaining(at(40))).isZero();
        assertThat(Line.untilGivingUp(running, at(23))).isEqualTo(Duration.ofSeconds(98));
    }

    @Test
    void whenAwsShowsTheChangesTheResultHasBeenChecked() {
        Progress done = verifying().after(new Event.Finished(Event.VERIFY, new Outcome.AlreadyRight()), at(9));

        assertThat(state(done, 1)).isEqualTo(new State.Done(Duration.ofSeconds(8)));
        assertThat(state(done, 2)).isInstanceOf(State.Done.class);
        assertThat(done.share()).isEqualTo(1);
    }

    @Test
    void twoMinutesWithoutTheChangesFailTheWaitAndLeaveTheResultUnchecked() {
        Failure late = new Failure.NotVisibleYet("role r", "");
        Progress failed = verifying()
                .after(new Event.Finished(Event.VERIFY, new Outcome.Stopped(late)), at(121))
                .ended();

        assertThat(state(failed, 1)).isEqualTo(new State.Failed(late));
        assertThat(state(failed, 2)).isEqualTo(new State.NotReached());
        assertThat(failed.failed()).contains(failed.lines().get(1));
    }

    @Test
    void aFailureThatIsNotAboutTimeIsOneOfReadingBack() {
        Failure denied = new Failure.Denied("iam:GetRole", "role r", "user", "");
        Progress failed = verifying().after(new Event.Finished(Event.VERIFY, new Outcome.Stopped(denied)), at(2));

        assertThat(state(failed, 1)).isInstanceOf(State.Done.class);
        assertThat(state(failed, 2)).isEqualTo(new State.Failed(denied));
    }

    @Test
    void aChangeThatWasInterruptedIsNotSaidToBeMadeOrNotMade() {
        Progress stopped = BEGUN.after(new Event.Started("trust-policy r"), START)
                .after(new Event.Finished("trust-policy r", new Outcome.Cancelled()), at(1))
                .ended();

        assertThat(state(stopped, 0)).isEqualTo(new State.Unsure());
        assertThat(stopped.isCertain()).isFalse();
        assertThat(stopped.made()).isZero();
    }

    @Test
    void aChangeThatWasNeverBegunIsNotReached() {
        Progress stopped = BEGUN.after(new Event.Finished("trust-policy r", new Outcome.Cancelled()), at(1))
                .ended();

        assertThat(state(stopped, 0)).isEqualTo(new State.NotReached());
        assertThat(stopped.isCertain()).isTrue();
        assertThat(stopped.failed()).isEmpty();
    }
}
