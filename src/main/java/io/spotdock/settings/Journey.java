package io.spotdock.settings;

import java.util.Arrays;
import java.util.List;

/** Which steps a draft leads through. */
public final class Journey {
    private Journey() {}

    public static List<StepId> of(Draft draft) {
        return Arrays.stream(StepId.values())
                .filter(step -> isNeeded(step, draft))
                .toList();
    }

    private static boolean isNeeded(StepId step, Draft draft) {
        return switch (step) {
            // Bucket and role come from the cloud team's own engine, so nothing is applied to AWS from here.
            case REVIEW -> !draft.roleMadeElsewhere();
            case HOSTING, AWS_ACCOUNT, BUCKET, ACCESS, WEBHOOK, LIVE_TEST, DONE -> true;
        };
    }
}
