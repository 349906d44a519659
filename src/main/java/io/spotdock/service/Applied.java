package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.plan.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What became of a plan, or of undoing one.
 *
 * @param steps in the order of execution; changes after a stop are missing
 * @param stopped why it ended before its end
 */
public record Applied(List<Step> steps, Optional<Failure> stopped, boolean cancelled) {
    public Applied {
        steps = List.copyOf(steps);
    }

    /** One change and how it ended. */
    public record Step(ResourceId resource, Outcome outcome) {}

    public boolean complete() {
        return stopped.isEmpty() && !cancelled;
    }

    public long changed() {
        return steps.stream()
                .filter(step -> step.outcome() instanceof Outcome.Changed)
                .count();
    }
}
