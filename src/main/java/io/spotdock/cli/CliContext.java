package io.spotdock.cli;

import io.spotdock.service.Rooms;
import io.spotdock.text.Texts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The world a command runs in.
 *
 * @param out results
 * @param err text for people
 * @param terminal empty when nobody is there to ask; colours and progress are shown only where there is one
 * @param directory that relative paths start from
 */
public record CliContext(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        Optional<Terminal> terminal,
        Path directory,
        InstantSource clock,
        Texts texts,
        Rooms rooms,
        OwnFiles own,
        Window window) {
    public CliContext {
        environment = Map.copyOf(environment);
    }

    /** The same world, with its results going elsewhere. */
    CliContext into(PrintStream results) {
        return new CliContext(environment, results, err, terminal, directory, clock, texts, rooms, own, window);
    }

    /** A variable of the environment; one that is set to nothing counts as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
