package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.TestRooms;
import io.spotdock.journal.Journal;
import io.spotdock.service.Sleeper;
import io.spotdock.update.ReleaseServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdatesCommandTest {
    private final ReleaseServer server = new ReleaseServer().telling("v1.4.0");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private Console console(String version) {
        return new Console(folder)
                .with(TestRooms.updating(
                        TestRooms.of(Journal.inMemory(), InstantSource.system(), Sleeper.REAL, folder),
                        server.checks(version, folder.resolve("own"), InstantSource.system())));
    }

    private static JsonNode last(Console.Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.lines().getLast());
    }

    @Test
    void aNewerVersionIsToldWithItsPageAndNothingIsFetched() {
        Console.Ran ran = console("1.3.0").run("updates");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("""
                        Spotdock 1.4.0 is there; this is 1.3.0.
                        What’s new, and where to get it: https://github.com/spotdock/spotdock/releases/tag/v1.4.0
                        """);
        assertThat(ran.err()).contains("installs nothing by itself");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aProgramIsToldTheSame() throws IOException {
        JsonNode result = last(console("1.3.0").run("updates", "--json"));
        assertThat(result.path("result").asText()).isEqualTo("ok");
        assertThat(result.path("update").asText()).isEqualTo("newer");
        assertThat(result.path("latest").asText()).isEqualTo("1.4.0");
        assertThat(result.path("published").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(result.path("page").asText()).endsWith("/releases/tag/v1.4.0");
    }

    @Test
    void theSameVersionIsUpToDateAndALaterOneToo() throws IOException {
        assertThat(console("1.4.0").run("updates").out()).isEqualTo("Spotdock 1.4.0 is up to date.\n");
        Console.Ran later = console("1.5.0").run("updates");
        assertThat(later.code()).isZero();
        assertThat(later.out()).contains("the latest release is 1.4.0");
        assertThat(last(console("1.4.0").run("updates", "--json"))
                        .path("update")
                        .asText())
                .isEqualTo("up-to-date");
    }

    @Test
    void whoAsksIsAskedForEachTime() {
        console("1.3.0").run("updates");
        console("1.3.0").run("updates");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void whatCouldNotBeReachedEndsAsTheNetworkDoes() throws IOException {
        server.answering(403, Map.of("X-RateLimit-Remaining", "0"), "{}");
        Console.Ran often = console("1.3.0").run("updates");
        assertThat(often.code()).isEqualTo(5);
        assertThat(often.err()).contains("localhost asks to slow down.");
        server.answering(503, Map.of(), "");
        assertThat(console("1.3.0").run("updates").code()).isEqualTo(5);
        server.answering(404, Map.of(), "{}");
        Console.Ran nothing = console("1.3.0").run("updates", "--json");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(last(nothing).path("update").asText()).isEqualTo("unknown");
    }

    @Test
    void aBuildThatKnowsOfNoReleasesSaysSoAndAsksNobody() throws IOException {
        Console.Ran ran = new Console(folder).run("updates");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("This build does not know where its releases are.");
        JsonNode result = last(new Console(folder).run("updates", "--json"));
        assertThat(result.path("update").asText()).isEqualTo("not-asked-no-address");
        assertThat(result.path("why").asText()).contains("Nobody was asked.");
    }

    @Test
    void whereACompanyHasSwitchedItOffNobodyIsAsked() {
        Console.Ran ran = console("1.3.0").with("SPOTDOCK_UPDATE_CHECK", "off").run("updates");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("SPOTDOCK_UPDATE_CHECK switches the look for updates off here.");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theChoiceIsKeptAndAsksNobody() throws IOException {
        var checks = server.checks("1.3.0", folder.resolve("own"), InstantSource.system());
        assertThat(console("1.3.0").run("updates", "--off").code()).isZero();
        assertThat(checks.apply(Map.of()).isOn()).isFalse();
        assertThat(last(console("1.3.0").run("updates", "--on", "--json"))
                        .path("check")
                        .asText())
                .isEqualTo("on");
        assertThat(checks.apply(Map.of()).isOn()).isTrue();
        assertThat(console("1.3.0").run("updates", "--on", "--off").code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void switchingOnWhatACompanyForbidsSaysThatItStaysOff() {
        Console.Ran ran = console("1.3.0").with("SPOTDOCK_UPDATE_CHECK", "no").run("updates", "--on");
        assertThat(ran.err()).contains("SPOTDOCK_UPDATE_CHECK still switches it off here.");
    }

    @Test
    void noOtherCommandAsks() throws IOException {
        for (List<String> arguments : List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("updates", "--help"),
                List.of("wizard"),
                List.of("policy", "-s", "spotdock.yaml"),
                List.of("support-bundle", "--list"),
                List.of("check-settings", "-s", "spotdock.yaml")))
            console("1.3.0").withGuide().run(arguments.toArray(String[]::new));
        assertThat(server.asked()).isEmpty();
    }
}
