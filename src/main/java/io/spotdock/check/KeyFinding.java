package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Keys;
import java.util.List;
import java.util.Optional;

/** Whether the KMS key that a bucket encrypts with can be used, and lets ThoughtSpot's role use it. */
final class KeyFinding {
    private static final String KEY = "bucket.key";
    private static final String POLICY = "bucket.key-policy";

    private KeyFinding() {}

    static List<Finding> all(Located bucket, KeyFacts facts, Upload upload) {
        Finding state = state(bucket, facts);
        // Of a key that is gone there is nothing more to say.
        boolean gone = facts.key() instanceof Sight.Seen<Optional<Keys.Key>>(var found) && found.isEmpty();
        return gone ? List.of(state) : List.of(state, policy(bucket, facts, upload));
    }

    static Finding state(Located bucket, KeyFacts facts) {
        Fault title = Fault.of("finding.key");
        String region = Arn.parse(facts.arn().value()).map(Arn::region).orElse("");
        if (!region.equals(bucket.region().value()))
            return Finding.bad(
                    KEY,
                    Fault.of("finding.key.unusable"),
                    Fault.of("fault.kms-key.region", region, bucket.region()),
                    Fault.of("remedy.kms-key"));
        return BucketSurvey.of(
                facts.key(),
                KEY,
                title,
                found -> found.isEmpty()
                        ? unusable("finding.key.gone", facts)
                        : switch (found.get().state()) {
                            case ENABLED -> Finding.fine(KEY, title, Fault.of("finding.key.enabled"));
                            case DISABLED -> unusable("finding.key.disabled", facts);
                            case PENDING_DELETION -> unusable("finding.key.deletion", facts);
                            case UNAVAILABLE -> unusable("finding.key.unavailable", facts);
                        });
    }

    private static Finding unusable(String says, KeyFacts facts) {
        return Finding.bad(
                KEY, Fault.of("finding.key.unusable"), Fault.of(says, facts.arn()), Fault.of("remedy.kms-key"));
    }

    /** With the rights that Spotdock gives the role, so that the key's own policy decides. */
    static Finding policy(Located bucket, KeyFacts facts, Upload upload) {
        return BucketSurvey.of(facts.policy(), POLICY, Fault.of("finding.key-policy"), document -> {
            RoleArn role = upload.role().orElseGet(() -> PolicyFinding.unnamed(bucket));
            PolicyDocument permissions = ThoughtSpotPolicies.permissions(
                    bucket.region().partition(), bucket.name(), upload.prefix(), Optional.of(facts.arn()));
            Judged judged = new KeyUse(bucket, role, facts)
                    .judge(KeyUse.GENERATE, List.of(new Named("permissions policy", permissions)), Optional.empty());
            return policy(document, judged);
        });
    }

    private static Finding policy(PolicyDocument document, Judged judged) {
        return switch (judged.verdict()) {
            case ALLOWED -> Finding.fine(POLICY, Fault.of("finding.key-policy"), Fault.of("finding.key-policy.lets"));
            case UNKNOWN ->
                Finding.look(
                        POLICY,
                        Fault.of("finding.key-policy.may-refuse"),
                        Fault.of("finding.policy.because", judged.why()),
                        Fault.of("remedy.live-test-tells"));
            case DENIED_EXPLICITLY ->
                Finding.bad(
                        POLICY,
                        Fault.of("finding.key-policy.refuses"),
                        Fault.of("finding.key-policy.statement", judged.statement()),
                        Fault.of("remedy.kms"));
            case DENIED_IMPLICITLY ->
                Finding.bad(
                        POLICY,
                        Fault.of("finding.key-policy.refuses"),
                        deleted(document)
                                .map(id -> Fault.of("finding.key-policy.deleted", id))
                                .orElseGet(() -> Fault.of("finding.key-policy.silent")),
                        Fault.of("remedy.kms"));
        };
    }

    /** A role that was made anew is another one to a policy that named the old: AWS leaves the old one's ID there. */
    private static Optional<String> deleted(PolicyDocument document) {
        return document.statements().stream()
                .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
                .flatMap(statement -> statement.principals().stream())
                .flatMap(principals -> principals.byType().getOrDefault("AWS", List.of()).stream())
                .filter(Trust::isUniqueId)
                .filter(id -> id.startsWith("AROA"))
                .findFirst();
    }
}
