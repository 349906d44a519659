package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.Decision.Verdict;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a request was denied, as AWS ends its sentence (IAM User Guide, "Troubleshoot access denied error messages"). */
record DenialText(PolicyEvaluator evaluator, AccessRequest request, PolicySet policies, Decision decision) {
    private static final Map<String, String> KINDS = Map.of(
            Bearing.IDENTITY, "an identity-based policy",
            Bearing.RESOURCE, "a resource-based policy",
            Bearing.BOUNDARY, "a permissions boundary",
            Bearing.SESSION, "a session policy",
            Bearing.SCP, "a service control policy");

    String because() {
        if (decision.verdict() == Verdict.DENIED_EXPLICITLY)
            return "with an explicit deny in " + KINDS.getOrDefault(kind(), "an identity-based policy");
        return "because no " + missing() + " allows the " + request.action() + " action";
    }

    private String kind() {
        String name = decision.by().getFirst().policy();
        return KINDS.keySet().stream().filter(name::startsWith).findFirst().orElse("");
    }

    private String missing() {
        if (request.principal().equals("*")) return "resource-based policy";
        if (policies.boundary().isPresent()
                && !allows(List.of(policies.boundary().get()))) return "permissions boundary";
        if (policies.session().isPresent() && !allows(List.of(policies.session().get()))) return "session policy";
        return allows(policies.identity()) ? "resource-based policy" : "identity-based policy";
    }

    /** Whether these alone would, were the resource's policy to leave it to the caller's account. */
    private boolean allows(List<PolicySet.Named> alone) {
        String[] arn = request.principal().split(":", 6);
        if (arn.length < 6) return false;
        String resource = request.action().startsWith("sts:") ? "" : ",\"Resource\":\"*\"";
        PolicySet.Named open = Bearing.named(
                Bearing.RESOURCE,
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + arn[4]
                        + "\"},\"Action\":\"*\"" + resource + "}}");
        return evaluator
                .decide(request, new PolicySet(alone, Optional.of(open), Optional.empty(), Optional.empty()))
                .allowed();
    }
}
