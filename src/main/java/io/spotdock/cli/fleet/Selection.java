package io.spotdock.cli.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.settings.Nearest;
import io.spotdock.settings.fleet.FleetEntry;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of a manifest's integrations are meant: those named and those matched, or all. */
final class Selection {
    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these integrations, by name; the others are left as they are.")
    private List<String> only = List.of();

    @Option(
            names = "--match",
            paramLabel = "GLOB",
            description = "Only integrations with such a name, for example 'sales-*' or '{emea,apac}-?'.")
    private @Nullable String match;

    /** @throws FailureException Invalid where a name is not there, or nothing matches */
    List<FleetEntry> of(List<FleetEntry> entries) {
        List<String> names = entries.stream().map(entry -> small(entry.name())).toList();
        for (String name : only) if (!names.contains(small(name))) throw refused("--only", unknown(name, entries));
        if (only.isEmpty() && match == null) return entries;
        List<String> wanted = only.stream().map(Selection::small).toList();
        Optional<PathMatcher> glob = Optional.ofNullable(match).map(Selection::glob);
        List<FleetEntry> chosen = entries.stream()
                .filter(entry -> wanted.contains(small(entry.name()))
                        || glob.filter(matcher -> matcher.matches(Path.of(small(entry.name()))))
                                .isPresent())
                .toList();
        if (chosen.isEmpty()) throw refused("--match", Fault.of("fault.fleet.match.none", String.valueOf(match)));
        return chosen;
    }

    private static Fault unknown(String name, List<FleetEntry> entries) {
        return Nearest.to(name, entries.stream().map(FleetEntry::name).toList())
                .map(near -> Fault.of("fault.fleet.only.unknown.near", name, near))
                .orElseGet(() -> Fault.of("fault.fleet.only.unknown", name));
    }

    private static PathMatcher glob(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + small(pattern));
        } catch (PatternSyntaxException _) {
            throw refused("--match", Fault.of("fault.fleet.match.wrong", pattern));
        }
    }

    /** Names are unique regardless of case. */
    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static FailureException refused(String option, Fault fault) {
        return new FailureException(new Failure.Invalid(option, fault, ""));
    }
}
