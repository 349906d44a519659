package io.spotdock.cli.fleet;

import io.spotdock.plan.Plan;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Planned;
import io.spotdock.service.fleet.Result;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The plans that rely on a role somebody else made, whose mistakes would show only once a report is missed. */
final class RolesOfOthers {
    private RolesOfOthers() {}

    /** @param row what is told of each so far */
    static List<Planned> of(List<Result<Plan>> plans, Function<Result<Plan>, Row> row) {
        return plans.stream()
                .filter(result -> result.entry().settings().role().isMadeElsewhere())
                .filter(result -> row.apply(result).fate() == Fate.CHANGES)
                .flatMap(RolesOfOthers::planned)
                .toList();
    }

    private static Stream<Planned> planned(Result<Plan> result) {
        return result.ended() instanceof Ended.Good<Plan>(Plan plan)
                ? Stream.of(new Planned(result.entry(), plan))
                : Stream.empty();
    }
}
