package io.spotdock.cli.fleet;

import io.spotdock.cli.Frame;
import io.spotdock.plan.Plan;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Result;
import io.spotdock.text.plan.PlanText;
import java.util.List;

/** The plans themselves, for who wants to read them all. */
final class Plans {
    private final Frame frame;

    Plans(Frame frame) {
        this.frame = frame;
    }

    void tell(List<Result<Plan>> results) {
        if (!frame.isVerbose()) return;
        PlanText text = new PlanText(frame.context().texts(), frame.style());
        for (Result<Plan> result : results)
            if (result.ended() instanceof Ended.Good<Plan>(Plan plan))
                frame.output().print("\n" + frame.style().strong(result.entry().name()) + "\n" + text.of(plan));
    }
}
