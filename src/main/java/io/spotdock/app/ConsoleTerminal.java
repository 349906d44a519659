package io.spotdock.app;

import io.spotdock.cli.Terminal;
import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terminal the process was started from. */
final class ConsoleTerminal implements Terminal {
    private final Console console;
    private volatile boolean asking;

    private ConsoleTerminal(Console console) {
        this.console = console;
    }

    static Optional<ConsoleTerminal> ifThere() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(ConsoleTerminal::new);
    }

    boolean isAsking() {
        return asking;
    }

    @Override
    public @Nullable String readLine() {
        asking = true;
        try {
            return console.readLine();
        } finally {
            asking = false;
        }
    }

    @Override
    public char @Nullable [] readSecret() {
        asking = true;
        try {
            return console.readPassword();
        } finally {
            asking = false;
        }
    }
}
