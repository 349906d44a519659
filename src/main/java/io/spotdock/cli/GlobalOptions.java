package io.spotdock.cli;

import io.spotdock.log.LogLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
    /** When to colour. */
    enum Color {
        auto,
        always,
        never
    }

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print events and the result as JSON, one object a line.")
    boolean json;

    @Option(names = "--no-input", scope = ScopeType.INHERIT, description = "Never ask; fail instead.")
    boolean noInput;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more: the other side's own words, and stack traces.")
    boolean verbose;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "Colour the output: ${COMPLETION-CANDIDATES}. NO_COLOR is honoured.")
    Color color = Color.auto;

    @Option(
            names = "--log-level",
            scope = ScopeType.INHERIT,
            paramLabel = "LEVEL",
            description = "How much the log says: ${COMPLETION-CANDIDATES}; above SPOTDOCK_LOG. Without either: info.")
    @Nullable
    LogLevel logLevel;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show the version.")
    boolean version;
}
