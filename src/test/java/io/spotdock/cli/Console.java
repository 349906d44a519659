package io.spotdock.cli;

import io.spotdock.TestRooms;
import io.spotdock.aws.AwsProfiles;
import io.spotdock.cli.fleet.FleetFamily;
import io.spotdock.domain.ExternalId;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.Journal;
import io.spotdock.journal.RunName;
import io.spotdock.journal.RunRecord;
import io.spotdock.log.LogBook;
import io.spotdock.log.LogLevel;
import io.spotdock.service.Journals;
import io.spotdock.service.Rooms;
import io.spotdock.settings.Guide;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A directory, an environment, and perhaps a person at a terminal, to run commands in. */
public final class Console {
    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    /** The windows that were opened: with which settings, and whether in a sandbox. */
    final List<String> shown = new ArrayList<>();

    private @Nullable Deque<String> answers;
    private Rooms rooms = offline();
    private List<Path> logs = List.of();

    public Console(Path directory) {
        this.directory = directory;
    }

    /** What a run left behind. */
    public record Ran(int code, String out, String err) {
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    public Console with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a person there, who types these lines and then ends the input. */
    public Console typing(String... lines) {
        answers = new ArrayDeque<>(Arrays.asList(lines));
        return this;
    }

    /** With these to be reached. */
    public Console with(Rooms others) {
        rooms = others;
        return this;
    }

    /** With a log that has these files. */
    Console logs(Path... files) {
        logs = List.of(files);
        return this;
    }

    public Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    Console withGuide() throws IOException {
        file("spotdock.yaml", Guide.YAML);
        return this;
    }

    public Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(context(stream(out), stream(err)), families(), arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** All that the program has, with the records of fleets' runs kept in the directory. */
    public List<CommandFamily> families() {
        return List.of(new FleetFamily(this::record));
    }

    private RunRecord record(String fleet, Path manifest) {
        return RunRecord.open(
                new DataDirectory(directory.resolve("kept")),
                RunName.of(fleet, manifest, Optional.empty()),
                InstantSource.system());
    }

    public CliContext context(PrintStream out, PrintStream err) {
        return new CliContext(
                environment,
                out,
                err,
                Optional.ofNullable(answers).map(Typist::new),
                directory,
                InstantSource.system(),
                new Texts(Locale.ENGLISH),
                rooms,
                new OwnFiles(own(directory).directory(), new Written(logs)),
                (settings, sandbox, opened) -> {
                    opened.run();
                    shown.add(settings + " " + sandbox);
                });
    }

    /** A place of Spotdock's own, and no log. */
    static OwnFiles own(Path directory) {
        return new OwnFiles(new DataDirectory(directory.resolve("own")), LogBook.NONE);
    }

    static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Nothing outside to be reached but a webhook's URL, which tests keep on this computer. */
    private static Rooms offline() {
        return new Rooms(
                _ -> new ExternalId("kept-external-id"),
                new NoJournals(),
                _ -> {
                    throw new AssertionError("offline");
                },
                variables -> new AwsProfiles(variables, Path.of("no-such-home"), InstantSource.system()),
                _ -> {
                    throw new AssertionError("offline");
                },
                _ -> {
                    throw new AssertionError("offline");
                },
                variables -> new ReceiverProbe(variables, InstantSource.system()),
                TestRooms.signIns(),
                TestRooms.noUpdates(),
                WebhookRequest::document,
                _ -> {
                    throw new AssertionError("no waiting here");
                });
    }

    private record Written(List<Path> files) implements LogBook {
        @Override
        public void setLevel(LogLevel level) {}

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }
    }

    private record NoJournals() implements Journals {
        @Override
        public Journal read(Settings settings) {
            throw new AssertionError("no journal here");
        }

        @Override
        public Journal write(Settings settings) {
            throw new AssertionError("no journal here");
        }
    }

    /** Types what was prepared. */
    private record Typist(Deque<String> answers) implements Terminal {
        @Override
        public @Nullable String readLine() {
            return answers.poll();
        }

        @Override
        public char @Nullable [] readSecret() {
            String line = answers.poll();
            return line == null ? null : line.toCharArray();
        }
    }
}
