package io.spotdock.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.plan.Plan;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Applied;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.FleetAccess;
import io.spotdock.service.fleet.FleetRunner;
import io.spotdock.service.fleet.FleetWorld;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.fleet.FleetEntry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.internal.DefaultAdaptiveRetryStrategy;
import software.amazon.awssdk.retries.internal.ratelimiter.RateLimiterTokenBucketStore;

/** What AWS's asking one integration to slow down does to the others; waiting is counted and takes no time. */
class FleetPaceTest {
    private static final int INTEGRATIONS = 20;

    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws().withMembersAndOrgs(2, 2 * INTEGRATIONS));
    private final List<Pace> paces = new CopyOnWriteArrayList<>();
    private final FleetWorld world = FleetWorld.of(
            sandbox.access().environment(),
            sandbox.access().thoughtSpot(),
            sandbox.access().memberAccounts(),
            sandbox.access().thoughtSpotAccount(),
            Path.of("target", "no-such-home"),
            variables -> new AwsConnector(
                    variables, Path.of("no-such-home"), InstantSource.system(), StubAws.impatient(), () -> {
                        Pace pace = new Pace();
                        paces.add(pace);
                        return pace.strategy();
                    }));

    /** The SDK's own, with a time that waiting moves. */
    private static final class Pace {
        private final AtomicInteger waits = new AtomicInteger();
        private final DoubleAdder ahead = new DoubleAdder();

        RetryStrategy strategy() {
            BackoffStrategy none = BackoffStrategy.retryImmediately();
            DefaultAdaptiveRetryStrategy.Builder builder =
                    (DefaultAdaptiveRetryStrategy.Builder) AwsRetryStrategy.adaptiveRetryStrategy().toBuilder();
            return SharedRetries.adaptive(builder.rateLimiterTokenBucketStore(RateLimiterTokenBucketStore.builder()
                            .clock(() -> System.nanoTime() / 1e9 + ahead.sum())
                            .scheduler(
                                    new ScheduledThreadPoolExecutor(
                                            1, Thread.ofPlatform().daemon().factory()) {
                                        @Override
                                        public ScheduledFuture<?> schedule(
                                                Runnable command, long delay, TimeUnit unit) {
                                            waits.incrementAndGet();
                                            ahead.add(unit.toMillis(delay) / 1e3);
                                            return super.schedule(command, 0, unit);
                                        }
                                    })
                            .build()))
                    .backoffStrategy(none)
                    .throttlingBackoffStrategy(none)
                    .build();
        }
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private List<FleetEntry> entriesOf(int account) {
        return Stream.iterate(account, number -> number + 2)
                .limit(INTEGRATIONS)
                .map(number -> world.entries(2 * INTEGRATIONS).get(number))
                .toList();
    }

    private void setUp(FleetAccess access, List<FleetEntry> entries) {
        FleetRunner runner = world.runner(access);
        List<Result<Plan>> plans = runner.plan(entries, FleetWorld.AIM, FleetWorld.DEAF);
        assertThat(plans).extracting(FleetPaceTest::failure).containsOnly("");
        List<Result<Applied>> applied = runner.apply(FleetWorld.planned(plans), FleetWorld.AIM, FleetWorld.DEAF);
        assertThat(applied).extracting(FleetPaceTest::failure).containsOnly("");
    }

    private static String failure(Result<?> result) {
        return switch (result.ended()) {
            case Ended.Good<?>(Applied done) ->
                done.stopped().map(Failure::toString).orElse("");
            case Ended.Good<?> _ -> "";
            case Ended.Bad<?>(Failure failure) -> failure.toString();
            case Ended.Cancelled<?> _ -> "cancelled";
        };
    }

    @Test
    void anAccountThatIsThrottledSlowsItsOwnAndNoOther() {
        try (FleetAccess access = world.access()) {
            List<FleetEntry> busy = entriesOf(0);
            access.reach(busy, io.spotdock.service.fleet.Need.WEBHOOKS);
            sandbox.faults().set("throttle", "150");
            setUp(access, busy);
            assertThat(sandbox.faults().isOn("throttle"))
                    .as("all of it was met")
                    .isFalse();
            List<Integer> waits = paces.stream().map(pace -> pace.waits.get()).toList();
            assertThat(waits)
                    .as("one pace for the account, one for taking on roles")
                    .hasSize(2);
            int throttled = (int) sandbox.calls().calls().stream()
                    .filter(call -> call.status() == 400 || call.status() == 503)
                    .map(Call::status)
                    .count();
            assertThat(throttled).isGreaterThanOrEqualTo(150);
            assertThat(waits.stream().mapToInt(Integer::intValue).max().orElseThrow())
                    .as("calls held back: more than were throttled, as those not throttled are, too")
                    .isGreaterThan(150);
            List<FleetEntry> calm = entriesOf(1);
            setUp(access, calm);
            assertThat(paces.subList(waits.size(), paces.size())).isNotEmpty().allMatch(pace -> pace.waits.get() == 0);
        }
    }
}
