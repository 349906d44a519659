package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Failure;
import io.spotdock.plan.Plan;

/** How things stand with the webhook at ThoughtSpot. */
public sealed interface Sight {
    /** Nobody is signed in to ThoughtSpot. */
    record Unconnected() implements Sight {}

    /** Something is missing, so that there is nothing to compare. */
    record Incomplete() implements Sight {}

    /** ThoughtSpot is being asked. */
    record Reading() implements Sight {}

    record Unread(Failure failure) implements Sight {}

    record Planned(Plan plan) implements Sight {}

    /** It is being made or changed. */
    record Writing(Plan plan) implements Sight {}

    /** It ended before its end. */
    record Stopped(Plan plan, Failure failure) implements Sight {}

    /** It is as the entries want it. */
    record Done() implements Sight {}
}
