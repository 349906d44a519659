package io.spotdock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.control.Gate.Moment;
import io.spotdock.sandbox.control.Gate.Ruling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One integration, two processes; and what its record says when it was hurt. */
@Tag("kill")
class TwoAtOnceTest {
    private static final String[] DESTROY = {"destroy", "-s", "spotdock.yaml", "--yes", "--no-input"};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Lets the other process come to its first change, and no further. */
    private static final class Holding implements Gate.Keeper {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public Ruling rule(Gate.Arrival call, Moment moment) {
            if (!call.write()) return Ruling.PASS;
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Ruling.DROP;
        }
    }

    @Test
    void aSecondProcessIsKeptAwayUntilTheFirstEndsHoweverItEnds() throws InterruptedException {
        try (Stand stand = new Stand(false, folder)) {
            Holding holding = new Holding();
            stand.sandbox.faults().gate().keep(holding);
            Process first = stand.start(new Program(folder), Journey.APPLY);
            try {
                assertThat(holding.reached.await(1, TimeUnit.MINUTES)).isTrue();

                for (String[] command : new String[][] {Journey.APPLY, DESTROY}) {
                    Stand.Ran second = stand.run(command);
                    assertThat(second.code()).isEqualTo(4);
                    assertThat(second.said()).contains("Another Spotdock is at work on this integration");
                }
                assertThat(stand.run("journal", "-s", "spotdock.yaml").said()).contains("begun", "bucket");
            } finally {
                first.destroyForcibly();
                first.waitFor();
                holding.released.countDown();
                stand.sandbox.faults().gate().open();
            }

            assertThat(stand.run(Journey.APPLY).code()).isZero();
        }
    }

    @Test
    void whatACrashLeftOfALineIsSaidAndKeepsNothingFromBeingTakenBack() throws IOException {
        try (Stand stand = new Stand(false, folder)) {
            var before = stand.sandbox.snapshot();
            assertThat(stand.run(Journey.APPLY).code()).isZero();
            Files.writeString(record(), "{\"at\":\"2026-", StandardOpenOption.APPEND);

            assertThat(stand.run("journal", "-s", "spotdock.yaml").said()).contains("is cut off or damaged");
            assertThat(stand.run("journal", "-s", "spotdock.yaml", "--json").said())
                    .contains("\"unread\":[{", "\"why\":\"damaged\"");
            assertThat(stand.run(DESTROY).code()).isZero();
            assertThat(stand.sandbox.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void whatANewerVersionWroteIsLeftToIt() throws IOException {
        try (Stand stand = new Stand(false, folder)) {
            assertThat(stand.run(Journey.APPLY).code()).isZero();
            var made = stand.sandbox.snapshot();
            String last = Files.readAllLines(record()).getLast();
            Files.writeString(
                    record(), last.replace("\"do\":\"", "\"do\":\"gently-") + "\n", StandardOpenOption.APPEND);

            Stand.Ran ran = stand.run(DESTROY);

            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.said()).contains("was written by a newer Spotdock", "Nothing has been changed");
            assertThat(stand.sandbox.snapshot()).isEqualTo(made);
            assertThat(stand.run("plan", "-s", "spotdock.yaml").said()).contains("was written by a newer Spotdock");
        }
    }

    private Path record() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/journals"))) {
            return files.filter(file -> file.toString().endsWith(".ndjson"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
