package io.spotdock.check;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order they are shown; a check stands after those it needs. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Check> all() {
        return all(List.of());
    }

    /** With those of a self-test, which a person has to ask for. */
    public static List<Check> withSelfTest() {
        return all(SelfTestChecks.ALL);
    }

    /** The checks that these are the results of. */
    public static List<Check> of(List<CheckResult> results) {
        return results.stream().anyMatch(SelfTestChecks::isOf) ? withSelfTest() : all();
    }

    private static List<Check> all(List<Check> selfTest) {
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
                        selfTest,
                        ThoughtSpotChecks.ALL,
                        HistoryChecks.ALL,
                        ReceiverChecks.ALL,
                        DeliveryChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
