package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Failure;
import io.spotdock.plan.Plan;
import io.spotdock.service.Readiness;

/** How things stand with the webhook at ThoughtSpot. */
public sealed interface Sight {
    /** Nobody is signed in to ThoughtSpot. */
    record Unconnected() implements Sight {}

    /** Something is missing, so that there is nothing to compare. */
    record Incomplete() implements Sight {}

    /** ThoughtSpot is being asked. */
    record Reading() implements Sight {}

    record Unread(Failure failure) implements Sight {}

    /** @param readiness of a role that somebody else made, which the webhook is to rely on */
    record Planned(Plan plan, Readiness readiness) implements Sight {}

    /** It is being made or changed. */
    record Writing(Plan plan) implements Sight {}

    /** It ended before its end. */
    record Stopped(Plan plan, Failure failure) implements Sight {}

    /** It is as the entries want it. */
    record Done() implements Sight {}
}
