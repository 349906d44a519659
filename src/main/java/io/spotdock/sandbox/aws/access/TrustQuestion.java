package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import java.util.List;
import java.util.Optional;

/** A question that a trust policy alone answers, because nobody signs it. */
public final class TrustQuestion {
    private TrustQuestion() {}

    public static boolean ask(PolicyEvaluator evaluator, AccessRequest request, String trust) {
        return evaluator
                .decide(
                        request,
                        new PolicySet(
                                List.of(),
                                Optional.of(Bearing.named(Bearing.RESOURCE, trust)),
                                Optional.empty(),
                                Optional.empty()))
                .allowed();
    }
}
