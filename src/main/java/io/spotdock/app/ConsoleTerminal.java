package io.spotdock.app;

import io.spotdock.cli.Terminal;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** As {@code stty} says of the terminal that this program shares with it; Java itself can't ask. */
    @Override
    public int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns > 0 ? columns : Terminal.super.columns();
        } catch (IOException | NumberFormatException _) {
            return Terminal.super.columns();
        }
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
