package io.spotdock.app;

import io.spotdock.cli.Terminal;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The terminal the process was started from. Java's console can't be interrupted while it reads, so that a thread of its own
 * reads, and whoever asked leaves it there when interrupted, as at the end of input.
 */
final class ConsoleTerminal implements Terminal {
    private final Console console;

    private ConsoleTerminal(Console console) {
        this.console = console;
    }

    static Optional<ConsoleTerminal> ifThere() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(ConsoleTerminal::new);
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
        return read(console::readLine);
    }

    @Override
    public char @Nullable [] readSecret() {
        return read(console::readPassword);
    }

    private static <T> @Nullable T read(Callable<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading);
        Thread.ofPlatform().daemon().name("terminal").start(task);
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the terminal can't be read", e.getCause());
        }
    }
}
