package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.TestRooms;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
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

/** The live test on the command line, over the wire to a sandbox. */
class TestCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());
    private final Journal journal = Journal.inMemory();
    private String out = "";
    private String err = "";

    @BeforeEach
    void apply() throws IOException {
        SandboxAccess access = sandbox.access();
        Files.writeString(directory.resolve("spotdock.yaml"), """
                spotdock: 1
                thoughtspot: {hosting: aws, account-id: "%s"}
                aws: {account-id: "%s", region: %s}
                bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
                role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
                """.formatted(
                        access.thoughtSpotAccount(), access.customerAccount(), access.region()));
        assertThat(run(List.of(), "apply", "--yes")).as(err).isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** @param answers what a person types; nobody is there without any */
    private int run(List<String> answers, String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(sandbox.access().environment());
        Deque<String> typed = new ArrayDeque<>(answers);
        CliContext context = new CliContext(
                environment,
                Console.stream(results),
                Console.stream(said),
                answers.isEmpty() ? Optional.empty() : Optional.of(new Person(typed)),
                directory,
                InstantSource.system(),
                new Texts(Locale.ENGLISH),
                TestRooms.of(journal, InstantSource.system(), _ -> {}, directory),
                Console.own(directory),
                (_, _, _) -> {});
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "-s";
        all[arguments.length + 1] = "spotdock.yaml";
        int code = Cli.run(context, List.of(), all);
        out = results.toString(StandardCharsets.UTF_8);
        err = said.toString(StandardCharsets.UTF_8);
        return code;
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

    private boolean putIn() {
        return journal.entries().stream()
                        .map(Entry::resource)
                        .anyMatch(r -> r.toString().startsWith("trust-policy"))
                && journal.entries().stream().anyMatch(entry -> entry.state() == Entry.State.UNDONE);
    }

    @Test
    void theSelfTestIsShownAndAskedForAndLeavesEverythingAsItWas() {
        Snapshot before = sandbox.snapshot();
        assertThat(run(List.of("y"), "test", "--self-test")).as(err).isZero();
        assertThat(err)
                .contains(
                        "one statement into the trust policy of arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
                        "arn:aws:iam::999888777666:user/",
                        "10 minutes",
                        "Put it in?");
        assertThat(out)
                .contains("AWS refuses the role when it reads a file", "The temporary statement is taken out again");
        assertThat(sandbox.snapshot()).isEqualTo(before);
        assertThat(putIn()).isTrue();
    }

    @Test
    void whoSaysNoChangesNothing() {
        assertThat(run(List.of("n"), "test", "--self-test")).isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(putIn()).isFalse();
    }

    @Test
    void whereNobodyIsToAskItIsNotBegunWithoutYes() {
        assertThat(run(List.of(), "test", "--self-test")).isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(err).contains("--yes");
        assertThat(putIn()).isFalse();
        assertThat(run(List.of(), "test", "--self-test", "--yes", "--json")).isZero();
        assertThat(out).contains("\"performed.no-external-id\"", "\"selfTest\":{", "\"minutes\":10");
        assertThat(putIn()).isTrue();
    }

    @Test
    void withoutTheOptionNobodyIsAskedAndNothingIsSaidOfIt() {
        assertThat(run(List.of(), "test")).isZero();
        assertThat(out + err).doesNotContain("performed.", "temporary statement is taken");
        assertThat(putIn()).isFalse();
    }

    @Test
    void aReportIsWrittenAsAPageOrForPrograms() throws IOException {
        assertThat(run(List.of(), "test", "--report", "out/test.html")).as(err).isZero();
        assertThat(directory.resolve("out/test.html"))
                .content()
                .contains("<!DOCTYPE html>", "my-company-data-exports/thoughtspot/", "Spotdock")
                .doesNotContain(
                        "<script",
                        sandbox.access().thoughtSpotToken(),
                        sandbox.access().secretAccessKey());
        assertThat(err).contains("test.html");

        assertThat(run(List.of(), "doctor", "--report", "doctor.json")).as(err).isZero();
        assertThat(directory.resolve("doctor.json")).content().startsWith("{").contains("\"bucket.exists\"");
    }
}
