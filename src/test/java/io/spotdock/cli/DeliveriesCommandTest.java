package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.TestRooms;
import io.spotdock.cli.Console.Ran;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Liveboards;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code spotdock deliveries} in a sandbox whose clock waiting moves. */
class DeliveriesCommandTest {
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
        Ran applied = run("apply", "-s", "spotdock.yaml", "--yes");
        assertThat(applied.code()).as(applied.err()).isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliContext context = new CliContext(
                environment,
                Console.stream(out),
                Console.stream(err),
                Optional.empty(),
                directory,
                clock,
                new Texts(Locale.ENGLISH),
                TestRooms.of(journal, clock, clock::move, directory),
                Console.own(directory),
                (_, _, _) -> {});
        int code = Cli.run(context, List.of(), arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran deliveries(String... more) {
        List<String> arguments = new ArrayList<>(List.of("deliveries", "-s", "spotdock.yaml"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void delivered(String name) {
        new Liveboards(sandbox.access()).schedule(name, "PDF", clock.instant());
        clock.move(Liveboards.untilDue(clock.instant()));
    }

    private static JsonNode json(String line) throws Exception {
        return new ObjectMapper().readTree(line);
    }

    @Test
    void withNoneYetItSaysWhatToDo() {
        Ran ran = deliveries();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Schedule one in ThoughtSpot");
    }

    @Test
    void aPersonReadsTimeNameAndFile() {
        delivered("Weekly sales");

        Ran ran = deliveries();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.lines())
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  delivered +Weekly sales \\(Sales Overview\\) +thoughtspot/cluster-.*"
                                + "/liveboard/Weekly-sales-\\d+\\.pdf, \\d+ bytes");
        assertThat(ran.err()).contains("One delivery, none failed.");
    }

    @Test
    void aProgramReadsTheSameAsJson() throws Exception {
        delivered("Weekly sales");
        deliveries();
        sandbox.faults().set("ts-account", "210987654321");
        delivered("Monthly sales");

        Ran ran = deliveries("--json");

        assertThat(ran.code()).isEqualTo(1);
        List<String> lines = ran.lines();
        assertThat(json(lines.getFirst()).path("event").asText()).isEqualTo("started");
        assertThat(lines)
                .filteredOn(line -> line.contains("\"event\":\"delivery\""))
                .hasSize(2);
        JsonNode result = json(lines.getLast());
        assertThat(result.path("result").asText()).isEqualTo("failed");
        JsonNode failed = result.path("deliveries").path(0);
        assertThat(failed.path("schedule").asText()).isEqualTo("Monthly sales");
        assertThat(failed.path("liveboard").asText()).isEqualTo("Sales Overview");
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("tries").asInt()).isOne();
        assertThat(failed.path("detail").asText())
                .startsWith("STORAGE_FILE_UPLOAD_CHECK (bucket: my-company-data-exports)");
        assertThat(failed.path("cause").asText()).contains("210987654321");
        assertThat(failed.path("remedy").asText()).startsWith("If ThoughtSpot itself confirms that account");
        assertThat(failed.has("file")).isFalse();
        JsonNode well = result.path("deliveries").path(1);
        assertThat(well.path("file").path("key").asText()).startsWith("thoughtspot/");
        assertThat(well.path("file").path("size").asInt()).isPositive();
        assertThat(Instant.parse(well.path("at").asText())).isBefore(clock.instant());
        assertThat(ran.out()).doesNotContain(sandbox.access().thoughtSpotToken());
    }

    @Test
    void followingTellsEachTurnAndEndsWithTheLast() {
        sandbox.faults().set("ts-pending", "2");
        delivered("Weekly sales");

        Ran ran = deliveries("--follow");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.lines()).hasSize(2);
        assertThat(ran.lines().getFirst()).contains("pending");
        assertThat(ran.lines().getLast()).contains("delivered", "Weekly-sales");
        assertThat(ran.err()).contains("deliveries: A delivery has not ended yet.", "the next one in 5 s");
    }

    @Test
    void whatIsStillOpenWhenTheTimeIsUpIsSaid() {
        sandbox.faults().set("receiver", "slow");
        delivered("Weekly sales");

        Ran ran = deliveries("--follow", "--for", "30s");

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("One has not ended after 30s.");
        assertThat(ran.out()).contains("trying again", "The webhook’s URL did not answer.");
    }

    @Test
    void onAnOlderClusterItSaysWhichBringsIt() {
        sandbox.faults().set("ts-no-validate", "");

        Ran ran = deliveries();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("keeps no delivery history", "ThoughtSpot 26.4 brings it");
    }

    @Test
    void withoutThePrivilegeItIsDenied() throws Exception {
        environment.remove("SPOTDOCK_TOKEN");
        environment.put("SPOTDOCK_PASSWORD", "sandbox-password");
        Ran ran = deliveries("--user", "viewer", "--json");

        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(3);
        assertThat(json(ran.lines().getLast()).path("failure").path("kind").asText())
                .isEqualTo("denied");
    }

    @Test
    void whoIsNotThereIsNotReached() throws Exception {
        environment.put("SPOTDOCK_THOUGHTSPOT_URL", "http://127.0.0.1:9");

        assertThat(deliveries().code()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4d", "0h", "yesterday", "1w", "-1h"})
    void aTimeIsANumberAndAUnit(String since) {
        Ran ran = deliveries("--since=" + since);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--since takes a time such as 45m, 12h or 3d");
    }

    @Test
    void earlierOnesAreLeftOut() {
        delivered("Weekly sales");
        deliveries();
        clock.move(Duration.ofMinutes(2));

        assertThat(deliveries("--since", "1m").err()).contains("No Liveboard was delivered in that time.");
        assertThat(deliveries("--since", "5m").out()).contains("Weekly sales");
    }
}
