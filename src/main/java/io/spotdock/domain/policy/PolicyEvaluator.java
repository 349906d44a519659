package io.spotdock.domain.policy;

/** Says who may do what (IAM User Guide, "Policy evaluation logic"). */
public final class PolicyEvaluator {
    public Decision decide(AccessRequest request, PolicySet policies) {
        throw new UnsupportedOperationException();
    }
}
