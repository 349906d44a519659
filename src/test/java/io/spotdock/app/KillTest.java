package io.spotdock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.Snapshots;
import io.spotdock.app.Killer.Point;
import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.control.Gate.Moment;
import io.spotdock.sandbox.control.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real program is killed before and after each of its calls. Run again it comes to the same end as if nothing had
 * happened, and what it then takes back leaves everything as it was before the first run.
 *
 * <p>How many points there are is said by {@code -Dspotdock.kill}: {@code writes} (the writing calls of the commonest
 * commands), {@code most} (every writing call, and some of those that read), {@code all}; or the name of a journey, for all of
 * that one.
 */
@Tag("kill")
class KillTest {
    private static final String HOW_MANY = System.getProperty("spotdock.kill", "writes");
    private static final int EVERY_NTH_READ = HOW_MANY.equals("most") ? 5 : 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Program program;

    @BeforeAll
    static void rehearse() {
        program = new Program(folder);
        try (Stand stand = new Stand(false, folder.resolve("rehearsal"))) {
            stand.rehearse(program, Journey.APPLY);
        }
    }

    static Stream<Journey> journeys() {
        return Journey.ALL.stream().filter(journey -> switch (HOW_MANY) {
            case "writes" -> journey.common();
            case "most", "all" -> true;
            case String name -> journey.id().equals(name);
        });
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void killedAnywhereItComesToTheSameEnd(Journey journey) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        Undisturbed expected = undisturbed(journey);
        AtomicInteger survived = new AtomicInteger();
        List<String> broken = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> runs = new ArrayList<>();
            for (Point point : expected.points())
                runs.add(two.submit(() -> killedAt(point, journey, expected, survived)));
            for (Future<String> run : runs) if (!run.get().isEmpty()) broken.add(run.get());
        }
        System.out.printf(
                "%s: %d kill points survived, in %d s%n",
                journey,
                survived.get(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(broken).isEmpty();
        assertThat(survived).hasPositiveValue();
    }

    /** @param after what stands after the command; after its undoing, what stood before is to be there again */
    private record Undisturbed(Snapshot origin, Snapshot after, int writes, int reads) {
        List<Point> points() {
            List<Point> points = new ArrayList<>();
            for (int n = 1; n <= writes; n++)
                for (Moment moment : Moment.values()) points.add(new Point(true, n, moment));
            // That a call which only reads has been served changes nothing, so that its two moments are the same.
            if (!HOW_MANY.equals("writes"))
                for (int n = 1; n <= reads; n += EVERY_NTH_READ)
                    points.add(new Point(false, n, n % 2 == 0 ? Moment.AFTER : Moment.BEFORE));
            return points;
        }
    }

    private static Undisturbed undisturbed(Journey journey) {
        AtomicInteger writes = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        try (Stand stand = new Stand(journey.gcp(), folder.resolve("undisturbed-" + journey.id()))) {
            Snapshot origin = journey.prepare(stand);
            stand.sandbox.faults().gate().keep((call, moment) -> {
                if (moment == Moment.BEFORE && Stand.isOfProgram(call))
                    (Stand.changesSomething(call) ? writes : reads).incrementAndGet();
                return Gate.Ruling.PASS;
            });
            Journey.succeed(stand, journey.command());
            stand.sandbox.faults().gate().open();
            Snapshot after = stand.sandbox.snapshot();
            journey.takeBack(stand);
            assertThat(stand.sandbox.snapshot()).as("taken back").isEqualTo(origin);
            return new Undisturbed(origin, after, writes.get(), reads.get());
        }
    }

    /** @return what is wrong */
    private static String killedAt(Point point, Journey journey, Undisturbed expected, AtomicInteger survived) {
        String name = journey.id() + "-" + point.writing() + "-" + point.number() + "-" + point.moment();
        try (Stand stand = new Stand(journey.gcp(), folder.resolve(name))) {
            journey.prepare(stand);
            Killer killer = new Killer(point);
            Stand.Ran first = stand.runApart(program, killer, journey.command());
            Gate.Arrival victim = killer.victim();
            if (victim == null) {
                assertThat(first.code()).as(first.said()).isZero();
                return "";
            }
            assertThat(first.code()).as("killed").isNotZero();
            try {
                journey.again(stand);
                if (!journey.thenDestroyed())
                    assertThat(Snapshots.difference(expected.after(), stand.sandbox.snapshot()))
                            .as("run again")
                            .isEmpty();
                journey.takeBack(stand);
                assertThat(Snapshots.difference(expected.origin(), stand.sandbox.snapshot()))
                        .as("taken back")
                        .isEmpty();
                survived.incrementAndGet();
                return "";
            } catch (AssertionError e) {
                return point + ", " + victim.service() + " " + victim.action() + ": " + e.getMessage();
            }
        }
    }
}
