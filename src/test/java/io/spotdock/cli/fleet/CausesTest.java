package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.Console.Ran;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what went wrong is told of many at once, from the command line against a sandbox. */
class CausesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private static String[] entries(int count, String more) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{name: e%02d%s}".formatted(i, more))
                .toArray(String[]::new);
    }

    @Test
    void fortyEntriesOfOneAccountThatCantBeReachedAreOneParagraph() {
        try (FleetOnSandbox fleet =
                new FleetOnSandbox(directory).manifest(entries(40, ", aws: {account-id: '111122223333'}"))) {
            Ran ran = fleet.run("plan");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("40 integrations: 40 failed.")
                    .contains("In e01, e02, e03 and 37 more.")
                    .containsOnlyOnce("  Correct it, then try again.");
        }
    }

    @Test
    void oneRightThatIsMissingIsToldOnceForAllRoles() {
        try (FleetOnSandbox fleet = new FleetOnSandbox(directory).manifest(entries(4, ""))) {
            fleet.sandbox.faults().set("deny", "iam:GetRole");
            Ran ran = fleet.run("plan");
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err()).contains("In e01, e02, e03, e04.").containsOnlyOnce("Ask for iam:GetRole");
        }
    }

    @Test
    void eachOfSeveralCausesIsToldWithThoseItConcerns() {
        try (FleetOnSandbox fleet =
                new FleetOnSandbox(directory).manifest("a", "{name: b, aws: {account-id: '111122223333'}}", "c")) {
            fleet.sandbox.faults().set("foreign-bucket", "acme-c");
            Ran ran = fleet.run("plan");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("3 integrations: 1 to change, 1 decide, 1 failed.", "In b.", "In c.");
        }
    }
}
