package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.TestRooms;
import io.spotdock.cli.Console.Ran;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code test --liveboard}, over the wire to a sandbox; waiting moves the clock. */
class LiveboardOptionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final MovingClock clock = new MovingClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws().withClock(clock));
    private final Journal journal = Journal.inMemory();
    private final Map<String, String> environment =
            new HashMap<>(sandbox.access().environment());

    private static final class MovingClock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void move(Duration time) {
            now = now.plus(time);
        }
    }

    private record Person(Deque<String> typed) implements Terminal {
        @Override
        public @Nullable String readLine() {
            return typed.poll();
        }

        @Override
        public char @Nullable [] readSecret() {
            return null;
        }
    }

    @BeforeEach
    void setUp() throws Exception {
        environment.put("SPOTDOCK_TOKEN", sandbox.access().thoughtSpotToken());
        Files.writeString(directory.resolve("spotdock.yaml"), """
                spotdock: 1
                thoughtspot: {hosting: aws, host: "%s", org: Primary, account-id: "123456789012"}
                aws: {account-id: "%s", region: us-east-1}
                bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
                role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
                webhook: {name: Webhook_S3, url: "https://api.example.com/hook"}
                """.formatted(
                        sandbox.access().thoughtSpot(), sandbox.access().customerAccount()));
        Ran applied = run(List.of(), "apply", "--yes");
        assertThat(applied.code()).as(applied.err()).isZero();
        sandbox.calls().clear();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** @param answers what a person types; nobody is there without any */
    private Ran run(List<String> answers, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliContext context = new CliContext(
                environment,
                Console.stream(out),
                Console.stream(err),
                answers.isEmpty() ? Optional.empty() : Optional.of(new Person(new ArrayDeque<>(answers))),
                directory,
                clock,
                new Texts(Locale.ENGLISH),
                TestRooms.of(journal, clock, clock::move, directory),
                Console.own(directory),
                (_, _, _) -> {});
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "-s";
        all[arguments.length + 1] = "spotdock.yaml";
        int code = Cli.run(context, List.of(), all);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<String> scheduling() {
        return sandbox.calls().calls().stream()
                .filter(Call::write)
                .map(Call::action)
                .filter(action -> action.startsWith("/schedules/"))
                .toList();
    }

    @Test
    void whatItDoesIsShownAndAskedForAndTheReportIsFound() {
        Ran ran = run(List.of("y"), "test", "--liveboard", "Sales Overview");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(
                        "sends the Liveboard Sales Overview at ",
                        "You, admin, are the only recipient",
                        "by e-mail",
                        "The report stays in the bucket, under my-company-data-exports/thoughtspot/",
                        "Have it delivered?",
                        "ThoughtSpot sends the Liveboard at ");
        assertThat(ran.out())
                .contains("ThoughtSpot delivers the Liveboard", "It is a real report, and stays there.")
                .containsPattern("“Spotdock test [0-9a-f]{8}” is deleted\\.");
        assertThat(scheduling()).containsExactly("/schedules/create", "/schedules/{id}/delete");
    }

    @Test
    void whoSaysNoChangesNothing() {
        assertThat(run(List.of("n"), "test", "--liveboard", "Sales Overview").code())
                .isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(sandbox.calls().calls().stream().filter(Call::write)).isEmpty();
    }

    @Test
    void whereNobodyIsToAskItTakesYes() throws Exception {
        Ran refused = run(List.of(), "test", "--liveboard", "Sales Overview");
        assertThat(refused.code()).isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(refused.err()).contains("--yes");
        assertThat(scheduling()).isEmpty();

        Ran ran = run(List.of(), "test", "--liveboard", "Sales Overview", "--yes", "--json");

        assertThat(ran.code()).isZero();
        JsonNode last = new ObjectMapper().readTree(ran.lines().getLast());
        assertThat(last.path("liveboard").path("liveboard").asText()).isEqualTo("Sales Overview");
        assertThat(last.path("liveboard").path("recipient").asText()).isEqualTo("admin");
        assertThat(last.path("liveboard").path("mail").asText()).isEqualTo("yes");
        assertThat(Instant.parse(last.path("liveboard").path("at").asText()).getEpochSecond() % 300)
                .isZero();
        assertThat(last.path("checks").findValuesAsText("id"))
                .endsWith("liveboard.schedule", "liveboard.ran", "liveboard.files", "liveboard.schedule-removed");
        assertThat(ran.lines())
                .anySatisfy(line -> assertThat(line).contains("\"event\":\"waiting\"", "\"attempt\":0"))
                .anySatisfy(line -> assertThat(line).contains("\"event\":\"delivery\""));
    }

    @Test
    void theAddressOfAPageWillDoAndThatOfAnotherIsWrongUsage() {
        Ran ran =
                run(List.of(), "test", "--yes", "--liveboard", sandbox.access().thoughtSpot() + "/#/home");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("not the address of a Liveboard");
        assertThat(sandbox.calls().calls()).isEmpty();
    }

    @Test
    void aLiveboardThatIsNotThereFailsAtOnce() {
        Instant begun = clock.instant();

        Ran ran = run(List.of(), "test", "--yes", "--liveboard", "Sales Overwiew");

        assertThat(ran.code()).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(ran.out()).contains("ThoughtSpot knows no Liveboard Sales Overwiew");
        assertThat(Duration.between(begun, clock.instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void oneThatWasLeftIsNotedByDoctorAndPlanAndDeletedByApplyThoughThereIsNothingToApply() {
        sandbox.faults().set("ts-keep-schedule", "1");
        assertThat(run(List.of(), "test", "--yes", "--liveboard", "Sales Overview")
                        .code())
                .isEqualTo(ExitCode.CHECK_FAILED.code());
        String note = "A schedule of an earlier test is still in ThoughtSpot: Spotdock test ";
        assertThat(run(List.of(), "doctor").err()).contains(note);
        assertThat(run(List.of(), "plan").out() + run(List.of(), "plan").err()).contains(note);

        Ran applied = run(List.of(), "apply", "--yes");

        assertThat(applied.code()).isZero();
        assertThat(applied.err()).containsPattern("schedule Spotdock test [0-9a-f]{8}: done");
        assertThat(run(List.of(), "doctor").err()).doesNotContain(note);
    }
}
