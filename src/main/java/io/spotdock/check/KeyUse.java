package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.port.Buckets.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The call of KMS that S3 makes on behalf of whoever uploads (Amazon S3 User Guide, "Using SSE-KMS"), put to the evaluator. */
record KeyUse(Located bucket, RoleArn role, KeyFacts key) {
    /** What an upload takes. */
    static final String GENERATE = "GenerateDataKey";

    /** What an upload in parts takes besides. */
    static final String DECRYPT = "Decrypt";

    /** A grant counts unless a policy forbids. Where the key's policy can't be seen, it is taken to leave it to the account. */
    Judged judge(String operation, List<Named> identity, Optional<Named> boundary) {
        PolicySet policies = new PolicySet(
                identity, policy().map(document -> new Named("key policy", document)), boundary, Optional.empty());
        Decision decision = new PolicyEvaluator().decide(request("kms:" + operation), policies);
        boolean granted =
                decision.verdict() != Decision.Verdict.DENIED_EXPLICITLY && key.isGranted(role.toString(), operation);
        return granted
                ? new Judged(new Decision(Decision.Verdict.ALLOWED, List.of(), "Allowed by a grant."), policies)
                : new Judged(decision, policies);
    }

    private Optional<PolicyDocument> policy() {
        return key.policy() instanceof Sight.Seen<PolicyDocument>(PolicyDocument seen)
                ? Optional.of(seen)
                : Optional.empty();
    }

    private AccessRequest request(String action) {
        Map<String, List<String>> context = new TreeMap<>(Deliveries.context(bucket, role));
        String owner = Arn.parse(key.arn().value()).map(Arn::account).orElseThrow();
        context.put("aws:ResourceAccount", List.of(owner));
        context.put("aws:ViaAWSService", List.of("true"));
        context.put("kms:CallerAccount", List.of(role.account().value()));
        context.put("kms:EncryptionContextKeys", List.of("aws:s3:arn"));
        context.put(
                "kms:ViaService",
                List.of("s3." + bucket.region() + "."
                        + bucket.region().partition().domainName()));
        context.remove("s3:ResourceAccount");
        Set<String> untold = new HashSet<>(Deliveries.UNTOLD);
        // The bucket or the file, by whether the bucket has a bucket key.
        untold.add("kms:EncryptionContext:aws:s3:arn");
        return new AccessRequest(
                Deliveries.session(role), action, key.arn().value(), Optional.of(owner), context, untold);
    }
}
