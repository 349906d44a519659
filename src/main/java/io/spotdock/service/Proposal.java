package io.spotdock.service;

import io.spotdock.plan.Plan;

/**
 * What would be done, and whether a role that somebody else made would let it work; nothing has been changed yet.
 *
 * @param readiness empty-handed where no webhook of the plan relies on such a role
 */
public record Proposal(Plan plan, Readiness readiness) {}
