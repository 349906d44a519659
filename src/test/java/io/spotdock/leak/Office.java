package io.spotdock.leak;

import io.spotdock.JournalsIn;
import io.spotdock.MemoryKeychain;
import io.spotdock.aws.AwsConnector;
import io.spotdock.aws.AwsProfiles;
import io.spotdock.aws.AwsSsoSignIn;
import io.spotdock.cli.Cli;
import io.spotdock.cli.CliContext;
import io.spotdock.cli.CommandFamily;
import io.spotdock.cli.OwnFiles;
import io.spotdock.cli.Terminal;
import io.spotdock.cli.fleet.FleetFamily;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.RunName;
import io.spotdock.journal.RunRecord;
import io.spotdock.log.LogBook;
import io.spotdock.log.LogFile;
import io.spotdock.log.LogLevel;
import io.spotdock.port.CloudConnector;
import io.spotdock.releases.LatestRelease;
import io.spotdock.service.ExternalIds;
import io.spotdock.service.KeptSignIns;
import io.spotdock.service.Rooms;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import io.spotdock.thoughtspot.WebhookRequest;
import io.spotdock.update.UpdateCheck;
import io.spotdock.update.UpdateNotes;
import io.spotdock.update.UpdateRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody works with Spotdock: what they put in lies in {@code in}, and everything else below the root is what comes
 * out. Waiting moves a clock.
 */
public final class Office {
    final Path in;
    final Path out;
    private final Path own;
    private final Clock clock = new Clock();
    private final MemoryKeychain keychain = new MemoryKeychain();
    private final Map<String, String> environment = new TreeMap<>();
    private Function<Map<String, String>, CloudConnector> clouds;
    private Function<Map<String, String>, io.spotdock.port.WebhookConnector> webhooks;
    private @Nullable String typed;

    Office(Path root) {
        in = made(root.resolve("in"));
        out = made(root.resolve("out"));
        own = made(root.resolve("own"));
        made(in.resolve("home/.aws"));
        clouds = variables -> new AwsConnector(variables, in.resolve("home"), clock);
        webhooks = variables -> new ThoughtSpotConnector(variables, clock, clock::move);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waiting takes no time but on this clock. */
    static final class Clock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void move(Duration time) {
            now = now.plus(time);
        }
    }

    Office with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Office with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Somebody is there, who types this whenever a secret is asked for, and yes otherwise. */
    Office typing(String secret) {
        typed = secret;
        return this;
    }

    Office clouds(Function<Map<String, String>, CloudConnector> others) {
        clouds = others;
        return this;
    }

    Office webhooks(Function<Map<String, String>, io.spotdock.port.WebhookConnector> others) {
        webhooks = others;
        return this;
    }

    Path write(String name, String text) {
        try {
            Path file = in.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in the keychain of this computer. */
    MemoryKeychain keychain() {
        return keychain;
    }

    String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataDirectory directory() {
        return new DataDirectory(own);
    }

    InstantSource clock() {
        return clock;
    }

    Rooms rooms() {
        Path home = in.resolve("home");
        return new Rooms(
                new Fixed(),
                new JournalsIn(own),
                clouds,
                variables -> new AwsProfiles(variables, home, clock),
                variables -> new AwsSsoSignIn(variables, home, clock, clock::move),
                webhooks,
                variables -> new ReceiverProbe(variables, clock),
                new KeptSignIns(keychain, directory()),
                this::updates,
                WebhookRequest::document,
                clock::move);
    }

    private UpdateCheck updates(Map<String, String> variables) {
        SemanticVersion own = new SemanticVersion(1, 3, 0, List.of());
        return new UpdateCheck(
                Optional.of(own),
                UpdateRules.of(variables, ""),
                address -> new LatestRelease(address, own, variables),
                new UpdateNotes(directory()),
                clock);
    }

    CliContext context(PrintStream results, PrintStream words) {
        return new CliContext(
                environment,
                results,
                words,
                Optional.ofNullable(typed).map(Typist::new),
                out,
                clock,
                new Texts(Locale.ENGLISH),
                rooms(),
                new OwnFiles(directory(), new Book(new LogFile(directory().logs()))),
                (_, _, opened) -> opened.run());
    }

    /** All that the program has beside its own commands. */
    List<CommandFamily> families() {
        return List.of(new FleetFamily((fleet, manifest) ->
                RunRecord.open(directory(), RunName.of(fleet, manifest, Optional.empty()), clock)));
    }

    /** Everything that a command says, on both streams. */
    String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Cli.run(context(stream, stream), families(), arguments);
        return said.toString(StandardCharsets.UTF_8) + "exit code " + code + "\n";
    }

    /** Everything that came out as a file, by its path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> all = new TreeMap<>();
        for (Path root : List.of(out, own)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    all.put(file.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private record Typist(String typed) implements Terminal {
        @Override
        public @Nullable String readLine() {
            return "y";
        }

        @Override
        public char @Nullable [] readSecret() {
            return typed.toCharArray();
        }
    }

    private record Book(LogFile log) implements LogBook {
        @Override
        public List<Path> files() {
            return log.files();
        }

        @Override
        public void setLevel(LogLevel level) {}

        @Override
        public Optional<String> trouble() {
            return log.trouble();
        }
    }

    private static final class Fixed implements ExternalIds {
        @Override
        public ExternalId of(Settings settings) {
            return new ExternalId("ts-webhook-kept");
        }

        @Override
        public ExternalId renew(Settings settings) {
            return new ExternalId("ts-webhook-another");
        }
    }
}
