package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.port.Buckets.Encryption;
import io.spotdock.port.Buckets.Located;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a bucket's policy refuses ThoughtSpot's files, and what the statement that does so means. */
final class PolicyFinding {
    private static final String ID = "bucket.policy";

    /** What a statement's condition is about, by its keys; the first that is met says most. */
    private static final List<Map.Entry<String, Set<String>>> MEANINGS = List.of(
            Map.entry("network", Set.of("aws:sourcevpce", "aws:sourcevpc", "aws:sourcevpcarn", "aws:vpcsourceip")),
            Map.entry("address", Set.of("aws:sourceip")),
            Map.entry(
                    "encryption",
                    Set.of(
                            "s3:x-amz-server-side-encryption",
                            "s3:x-amz-server-side-encryption-aws-kms-key-id",
                            "s3:x-amz-server-side-encryption-customer-algorithm")),
            Map.entry("acl", Set.of("s3:x-amz-acl", "s3:x-amz-grant-full-control")),
            Map.entry("second-factor", Set.of("aws:multifactorauthpresent", "aws:multifactorauthage")),
            Map.entry("organisation", Set.of("aws:principalorgid", "aws:principalorgpaths")),
            Map.entry("identity", Set.of("aws:principalarn", "aws:userid", "aws:username", "aws:principalaccount")));

    private PolicyFinding() {}

    static Finding of(
            Located bucket, Sight<Optional<PolicyDocument>> policy, Sight<Encryption> encryption, Upload upload) {
        return BucketSurvey.of(policy, ID, Fault.of("finding.policy"), document -> {
            Optional<KmsKeyArn> key = encryption instanceof Sight.Seen<Encryption>(Encryption.OwnKey(KmsKeyArn own))
                    ? Optional.of(own)
                    : Optional.empty();
            PolicyDocument permissions =
                    ThoughtSpotPolicies.permissions(bucket.region().partition(), bucket.name(), upload.prefix(), key);
            RoleArn role = upload.role().orElseGet(() -> unnamed(bucket));
            return of(
                    document,
                    new Deliveries(bucket, role)
                            .put(
                                    upload.prefix(),
                                    document,
                                    List.of(new Named("permissions policy", permissions)),
                                    Optional.empty())
                            .decision());
        });
    }

    /** A role that no exception of a policy will be for. */
    static RoleArn unnamed(Located bucket) {
        return new RoleArn(bucket.region().partition(), bucket.owner(), new RoleName("not-named-yet"));
    }

    /** @param decision on a file of ThoughtSpot's */
    static Finding of(Optional<PolicyDocument> policy, Decision decision) {
        if (policy.isEmpty()) return Finding.fine(ID, Fault.of("finding.policy"), Fault.of("finding.policy.none"));
        return switch (decision.verdict()) {
            case ALLOWED -> Finding.fine(ID, Fault.of("finding.policy"), Fault.of("finding.policy.lets"));
            case UNKNOWN ->
                Finding.look(
                        ID,
                        Fault.of("finding.policy.may-refuse"),
                        meaning(policy.get(), decision),
                        Fault.of("finding.policy.may-refuse.remedy"));
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY ->
                Finding.bad(
                        ID,
                        Fault.of("finding.policy.refuses"),
                        meaning(policy.get(), decision),
                        Fault.of("remedy.bucket-policy"));
        };
    }

    /** Whether it refuses whoever does not use TLS, which ThoughtSpot does. */
    static Finding tls(Located bucket, Optional<PolicyDocument> policy) {
        Fault title = Fault.of("finding.tls");
        RoleArn role = unnamed(bucket);
        PolicyDocument all = ThoughtSpotPolicies.permissions(
                bucket.region().partition(), bucket.name(), KeyPrefix.NONE, Optional.empty());
        boolean refused = policy.isPresent()
                && new Deliveries(bucket, role)
                                .withoutTls(policy.get(), List.of(new Named("permissions policy", all)))
                                .verdict()
                        == Decision.Verdict.DENIED_EXPLICITLY;
        return refused
                ? Finding.fine("bucket.tls", title, Fault.of("finding.tls.only"))
                : Finding.know("bucket.tls", Fault.of("finding.tls.also"), Fault.of("finding.tls.says"));
    }

    /** What the statement that decides lets in, or what it refuses; people find it by its Sid. */
    private static Fault meaning(PolicyDocument policy, Decision decision) {
        if (decision.by().isEmpty()) return Fault.of("finding.policy.because", decision.why());
        Decision.Decider by = decision.by().getFirst();
        String name = Judged.cite(by.sid(), by.statement());
        Statement statement = policy.statements().get(by.statement());
        Set<String> keys = statement.conditions().values().stream()
                .flatMap(byKey -> byKey.keySet().stream())
                .map(key -> key.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Map.Entry<String, Set<String>> meaning : MEANINGS)
            if (keys.stream().anyMatch(meaning.getValue()::contains))
                return Fault.of("finding.policy.only." + meaning.getKey(), name);
        boolean exempting =
                statement.principals().filter(Statement.Principals::negated).isPresent()
                        || keys.stream().anyMatch(key -> key.startsWith("aws:principaltag/"));
        if (exempting) return Fault.of("finding.policy.only.identity", name);
        String actions = (statement.actions().negated() ? "NotAction " : "")
                + String.join(", ", statement.actions().patterns());
        if (keys.isEmpty()) return Fault.of("finding.policy.always", name, actions);
        return Fault.of("finding.policy.where", name, actions, conditions(statement));
    }

    private static String conditions(Statement statement) {
        return statement.conditions().entrySet().stream()
                .flatMap(operator -> operator.getValue().entrySet().stream()
                        .map(key -> operator.getKey() + " " + key.getKey() + " = " + String.join(", ", key.getValue())))
                .collect(Collectors.joining("; "));
    }
}
