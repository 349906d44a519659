package io.spotdock.check;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All checks, in the order they are shown; a check stands after those it needs. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Check> all() {
        return with(Set.of());
    }

    /** The checks that these are the results of. */
    public static List<Check> of(List<CheckResult> results) {
        return with(extrasOf(results));
    }

    /** What else these are the results of. */
    public static Set<Extra> extrasOf(List<CheckResult> results) {
        return Arrays.stream(Extra.values())
                .filter(extra -> results.stream().anyMatch(result -> extra.holds(result.id())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What is to be run: where one of an extra is, what it puts outside has to be taken away again.
     *
     * @param chosen some of {@code all}
     */
    public static List<Check> completed(List<Check> chosen, List<Check> all) {
        Set<String> endings = Arrays.stream(Extra.values())
                .filter(extra -> chosen.stream().anyMatch(check -> extra.holds(check.id())))
                .map(Extra::ending)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(check -> chosen.contains(check) || endings.contains(check.id()))
                .toList();
    }

    /** With those of extras, which a person has to ask for. */
    public static List<Check> with(Set<Extra> extras) {
        return Stream.of(
                        AccountChecks.ALL,
                        BucketChecks.ALL,
                        UploadChecks.ALL,
                        RoleChecks.ALL,
                        TrustChecks.ALL,
                        RightsChecks.ALL,
                        EventChecks.ALL,
                        ForgottenStatement.ALL,
                        RefusalChecks.ALL,
                        of(Extra.SELF_TEST, extras),
                        ThoughtSpotChecks.ALL,
                        HistoryChecks.ALL,
                        ReceiverChecks.ALL,
                        DeliveryChecks.ALL,
                        of(Extra.LIVEBOARD, extras))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Check> of(Extra extra, Set<Extra> asked) {
        return asked.contains(extra) ? extra.checks() : List.of();
    }
}
