package io.spotdock.service.fleet;

import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.service.Applied;
import io.spotdock.service.Diagnosis;
import io.spotdock.service.Surroundings;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.List;

/**
 * The journey's verbs over many integrations. Results come in the order asked; one failure stops no other; an interrupt
 * begins nothing new and lets what runs stop before its next change: the rest is Cancelled, and the thread's flag is set.
 */
public final class FleetRunner {
    public static final int DEFAULT_PARALLEL = 8;
    public static final int MOST_PARALLEL = 64;

    /**
     * Starts nothing yet.
     *
     * @param parallel how many integrations at once, from 1 to {@link #MOST_PARALLEL}
     */
    public FleetRunner(FleetAccess access, Surroundings world, int parallel) {}

    /** What would be changed; changes nothing. */
    public List<Result<Plan>> plan(List<FleetEntry> entries, Aim aim, FleetListener listener) {
        throw new UnsupportedOperationException();
    }

    /**
     * Carries out plans that a person has seen.
     *
     * @param aim of those plans
     * @throws IllegalArgumentException when one holds conflicts
     */
    public List<Result<Applied>> apply(List<Planned> planned, Aim aim, FleetListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Runs the live test of each. */
    public List<Result<TestRun>> test(List<FleetEntry> entries, TestOrder order, FleetListener listener) {
        throw new UnsupportedOperationException();
    }

    /** What keeps files from coming; changes nothing. */
    public List<Result<Diagnosis>> diagnose(List<FleetEntry> entries, FleetListener listener) {
        throw new UnsupportedOperationException();
    }
}
