package io.spotdock.check;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order they are shown; a check stands after those it needs. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Check> all() {
        return Stream.of(
                        AccountChecks.ALL,
                        BucketChecks.ALL,
                        UploadChecks.ALL,
                        RoleChecks.ALL,
                        RefusalChecks.ALL,
                        ThoughtSpotChecks.ALL,
                        ReceiverChecks.ALL,
                        DeliveryChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
