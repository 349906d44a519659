package io.spotdock.app;

import io.spotdock.cli.Cli;
import io.spotdock.cli.CliContext;
import io.spotdock.cli.Rooms;
import io.spotdock.cli.Terminal;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Where Spotdock starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Streams streams = Streams.ofProcess();
        Optional<ConsoleTerminal> terminal = ConsoleTerminal.ifThere();
        CliContext context = new CliContext(
                System.getenv(),
                streams.out(),
                streams.err(),
                terminal.map(Terminal.class::cast),
                Path.of(""),
                InstantSource.system(),
                new Texts(Locale.getDefault()),
                rooms());
        new Interruptible(
                        () -> Cli.run(context, args),
                        () -> terminal.map(ConsoleTerminal::isAsking).orElse(false))
                .runAndExit();
    }

    private static Rooms rooms() {
        return new Rooms(_ -> {
            throw new UnsupportedOperationException();
        });
    }
}
