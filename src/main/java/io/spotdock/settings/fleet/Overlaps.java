package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.settings.Problem;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What integrations of one manifest, each of them right for itself, would spoil for each other. An integration is
 * compared with the first that it shares something with only, so that the work grows as the manifest does.
 */
final class Overlaps {
    private static final int NAMED = 5;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();

    Overlaps(Collection<FleetEntry> entries) {
        groups(entries.stream().filter(entry -> entry.settings().webhook().isPresent()), Org::of)
                .forEach(this::org);
        groups(entries.stream(), Role::of).forEach(this::role);
        groups(entries.stream(), Bucket::of).forEach(group -> {
            bucket(group);
            prefixes(group);
        });
    }

    /** Each at the later integration of a pair, or at the inner of two prefixes. */
    List<Problem> problems() {
        return problems;
    }

    /** On destinations that several integrations share, which is allowed. */
    List<Fault> notes() {
        return notes;
    }

    /** By what the manifest calls it; only ThoughtSpot knows when a name and an ID are of one Org. */
    private record Org(Optional<ThoughtSpotHost> host, Optional<String> name) {
        static Org of(FleetEntry entry) {
            Settings.ThoughtSpot thoughtSpot = entry.settings().thoughtSpot();
            return new Org(thoughtSpot.host(), thoughtSpot.org());
        }
    }

    /** An account's roles differ by more than the case of their names (IAM API Reference, "CreateRole"). */
    private record Role(String account, String name) {
        static Role of(FleetEntry entry) {
            Settings settings = entry.settings();
            return new Role(
                    settings.aws().accountId().value(),
                    settings.role().name().value().toLowerCase(Locale.ROOT));
        }
    }

    /** A name is taken in all of a partition (Amazon S3 User Guide, "General purpose bucket naming rules"). */
    private record Bucket(Partition partition, String name) {
        static Bucket of(FleetEntry entry) {
            Settings settings = entry.settings();
            return new Bucket(
                    settings.aws().region().partition(),
                    settings.bucket().name().value());
        }
    }

    private static <K> Collection<List<FleetEntry>> groups(Stream<FleetEntry> entries, Function<FleetEntry, K> key) {
        return entries.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private void org(List<FleetEntry> group) {
        for (FleetEntry later : group.subList(1, group.size()))
            problem(later, "thoughtspot.org", "fault.fleet.org", group.getFirst());
    }

    /** A role that somebody else makes may let in several integrations, and Spotdock never changes it. */
    private void role(List<FleetEntry> group) {
        FleetEntry first = group.getFirst();
        for (FleetEntry later : group.subList(1, group.size())) {
            boolean elsewhere = first.settings().role().isMadeElsewhere()
                    && first.settings()
                            .role()
                            .arn()
                            .equals(later.settings().role().arn());
            if (!elsewhere && !first.settings().sameOnAws(later.settings()))
                problem(
                        later,
                        "role.name",
                        "fault.fleet.role-twice",
                        first,
                        Trait.differing(Trait.OF_ROLE, first.settings(), later.settings()));
        }
    }

    private void bucket(List<FleetEntry> group) {
        FleetEntry first = group.getFirst();
        for (FleetEntry later : group.subList(1, group.size())) {
            String differing = Trait.differing(Trait.OF_BUCKET, first.settings(), later.settings());
            if (!differing.isEmpty()) problem(later, "bucket.name", "fault.fleet.bucket", first, differing);
        }
    }

    private void prefixes(List<FleetEntry> bucket) {
        LinkedHashMap<FleetEntry, List<FleetEntry>> shared = new LinkedHashMap<>();
        for (Nesting<FleetEntry> nesting : Nesting.among(bucket, Overlaps::prefix)) {
            FleetEntry holder = nesting.holder();
            if (holder.settings().sameOnAws(nesting.inner().settings()))
                shared.computeIfAbsent(holder, _ -> new ArrayList<>(List.of(holder)))
                        .add(nesting.inner());
            else if (prefix(holder).equals(prefix(nesting.inner())))
                problem(nesting.inner(), "bucket.prefix", "fault.fleet.prefix.same", holder);
            else
                problem(
                        nesting.inner(),
                        "bucket.prefix",
                        prefix(holder).isEmpty() ? "fault.fleet.prefix.all" : "fault.fleet.prefix.inside",
                        holder,
                        prefix(holder));
        }
        shared.forEach((holder, group) -> notes.add(
                Fault.of("note.fleet.shared", holder.settings().bucket().name() + "/" + prefix(holder), named(group))));
    }

    private static String prefix(FleetEntry entry) {
        return entry.settings().bucket().prefix().value();
    }

    private static String named(List<FleetEntry> group) {
        String names = group.stream().limit(NAMED).map(FleetEntry::name).collect(Collectors.joining(", "));
        return group.size() > NAMED ? names + ", … (" + group.size() + ")" : names;
    }

    /** The fault's first arguments are the other's name and line. */
    private void problem(FleetEntry at, String path, String fault, FleetEntry other, Object... more) {
        Object[] arguments = Stream.concat(Stream.of(other.name(), other.at().line()), Stream.of(more))
                .toArray();
        problems.add(new Problem(path, Fault.of(fault, arguments), Optional.of(at.at())).below(at.path()));
    }
}
