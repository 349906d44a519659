package io.spotdock.check;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which statement grants what AWS should have refused. */
final class Grants {
    private Grants() {}

    /** Whether the role's policies or the bucket's allow it, as far as that can be told. */
    static boolean allows(Subject subject, String action, String key) {
        return decide(subject, action, key).allowed();
    }

    /** What lets the role do this to a key, or to the bucket where that is empty. */
    static Fault ofRole(Subject subject, String action, String key) {
        Decision decision = decide(subject, action, key);
        return decision.allowed() && !decision.by().isEmpty()
                ? named(decision.by().getFirst())
                : Fault.of("check.performed.allowed", action);
    }

    private static Decision decide(Subject subject, String action, String key) {
        Deliveries deliveries = Deliveries.of(subject);
        RoleRights rights = subject.readings().rights();
        return deliveries
                .act(
                        action,
                        key.isEmpty() ? deliveries.arn() : deliveries.object(key),
                        subject.bucketSight().policy(),
                        rights.identity(),
                        rights.limit())
                .decision();
    }

    /** What lets the operator in who shows this, beside the temporary statement. */
    static Fault ofTrust(Subject subject, Optional<ExternalId> shown) {
        RoleArn role = subject.roleArn();
        Map<String, List<String>> context = new TreeMap<>();
        shown.ifPresent(id -> context.put("sts:ExternalId", List.of(id.value())));
        PolicyDocument trust = SelfTestStatement.without(subject.roleSight().trust());
        Decision decision = new PolicyEvaluator()
                .decide(
                        new AccessRequest(
                                subject.observed().caller().arn(),
                                "sts:AssumeRole",
                                role.toString(),
                                Optional.of(role.account().value()),
                                context),
                        new PolicySet(
                                // What the operator may do by its own policies is shown by AWS's yes.
                                List.of(new Named("", EVERYTHING)),
                                Optional.of(new Named("trust policy", trust)),
                                Optional.empty(),
                                Optional.empty()));
        return decision.by().stream()
                .filter(by -> by.policy().equals("trust policy"))
                .findFirst()
                .map(Grants::named)
                .orElseGet(() -> Fault.of("check.performed.allowed", "sts:AssumeRole"));
    }

    private static final PolicyDocument EVERYTHING = PolicyDocument.of(new Statement(
            Optional.empty(),
            Effect.ALLOW,
            Optional.empty(),
            Matched.any("sts:*"),
            Optional.of(Matched.any("*")),
            Map.of()));

    /** As people find it in the document. */
    private static Fault named(Decision.Decider by) {
        return Fault.of(
                "check.performed.allowed-by", by.sid().orElseGet(() -> "#" + (by.statement() + 1)), by.policy());
    }
}
