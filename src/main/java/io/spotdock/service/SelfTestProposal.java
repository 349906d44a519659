package io.spotdock.service;

import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleArn;
import java.time.Duration;

/** What a self-test would do to the role's trust policy, to be shown before a person agrees. */
public sealed interface SelfTestProposal {
    /**
     * One statement for a while.
     *
     * @param principal whom it lets in
     * @param lasts until it runs out by itself, should it be forgotten
     * @param madeElsewhere whether the role is somebody else's
     */
    record PutIn(RoleArn role, String principal, Duration lasts, boolean madeElsewhere) implements SelfTestProposal {}

    /** It can't be done with this sign-in, so that nothing would be changed. */
    record NotPossible(Fault why) implements SelfTestProposal {}
}
