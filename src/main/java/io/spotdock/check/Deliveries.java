package io.spotdock.check;

import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.port.Buckets.Located;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A delivery's requests, put to the evaluator. */
final class Deliveries {
    /** What ThoughtSpot makes of the part after the prefix. */
    private static final String FILE = "cluster-0/user-0/org-0/liveboard/report.pdf";

    private static final String SESSION = "thoughtspot";

    /** What only ThoughtSpot's own request shows: from where it comes, when, and of which organisation. */
    private static final Set<String> UNTOLD = Set.of(
            "aws:CurrentTime",
            "aws:EpochTime",
            "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths",
            "aws:ResourceOrgID",
            "aws:ResourceOrgPaths",
            "aws:SourceIp",
            "aws:TokenIssueTime",
            "aws:UserAgent",
            "aws:userid");

    private Deliveries() {}

    /** ThoughtSpot's put of a file under the prefix, under the bucket's policy as it stands. */
    static Decision put(Subject subject, List<PolicyDocument> permissions) {
        return put(
                subject.bucket(),
                role(subject),
                subject.wanted().settings().bucket().prefix(),
                subject.bucketSight().policy(),
                permissions);
    }

    /** A put of a file under the prefix by the role, which need not be there yet. */
    static Decision put(
            Located bucket,
            RoleArn role,
            KeyPrefix prefix,
            Optional<PolicyDocument> bucketPolicy,
            List<PolicyDocument> permissions) {
        return new PolicyEvaluator()
                .decide(
                        request(bucket, role, "s3:PutObject", prefix + FILE, UNTOLD),
                        policies(bucketPolicy, permissions));
    }

    /** An action of the role on a key of the bucket. */
    static Decision act(Subject subject, String action, String key, List<PolicyDocument> permissions) {
        return new PolicyEvaluator()
                .decide(
                        request(subject.bucket(), role(subject), action, key, Set.of()),
                        policies(subject.bucketSight().policy(), permissions));
    }

    /** As AWS made it, else as it is to be made. */
    private static RoleArn role(Subject subject) {
        return subject.observed()
                .role()
                .map(sight -> sight.role().arn())
                .orElseGet(() -> subject.wanted().role().arn());
    }

    private static PolicySet policies(Optional<PolicyDocument> bucketPolicy, List<PolicyDocument> permissions) {
        return new PolicySet(
                permissions.stream()
                        .map(document -> new Named("permissions policy", document))
                        .toList(),
                bucketPolicy.map(document -> new Named("bucket policy", document)),
                Optional.empty(),
                Optional.empty());
    }

    private static AccessRequest request(Located bucket, RoleArn role, String action, String key, Set<String> untold) {
        String partition = bucket.region().partition().id();
        String account = bucket.owner().value();
        String arn = "arn:" + partition + ":s3:::" + bucket.name();
        Map<String, List<String>> context = new TreeMap<>(Map.of(
                "aws:PrincipalAccount", List.of(role.account().value()),
                "aws:PrincipalArn", List.of(role.toString()),
                "aws:PrincipalIsAWSService", List.of("false"),
                "aws:PrincipalType", List.of("AssumedRole"),
                "aws:RequestedRegion", List.of(bucket.region().value()),
                "aws:ResourceAccount", List.of(account),
                "aws:SecureTransport", List.of("true"),
                "aws:ViaAWSService", List.of("false"),
                // A session has it, and ThoughtSpot has no second factor to show.
                "aws:MultiFactorAuthPresent", List.of("false"),
                "s3:ResourceAccount", List.of(account)));
        return new AccessRequest(
                "arn:" + partition + ":sts::" + role.account() + ":assumed-role/" + role.name() + "/" + SESSION,
                action,
                key.isEmpty() ? arn : arn + "/" + key,
                Optional.of(account),
                context,
                untold);
    }

    /** ThoughtSpot's call that assumes the role, with what it shows changed by {@code context}. */
    static Decision assume(Subject subject, String callerAccount, Map<String, String> context) {
        String partition = subject.wanted().partition().id();
        Settings settings = subject.wanted().settings();
        boolean aws = subject.hosting() instanceof Hosting.OnAws;
        Map<String, List<String>> keys = new TreeMap<>();
        context.forEach((key, value) -> keys.put(key, List.of(value)));
        String federated = subject.hosting() instanceof Hosting.OnGcp gcp
                        && gcp.provider() == io.spotdock.domain.GoogleProvider.BUILT_IN
                ? io.spotdock.domain.GoogleProvider.HOST
                : IdentityProvider.arn(
                        subject.wanted().partition(), settings.aws().accountId());
        AccessRequest request = new AccessRequest(
                aws ? "arn:" + partition + ":sts::" + callerAccount + ":assumed-role/delivery/webhook" : federated,
                aws ? "sts:AssumeRole" : "sts:AssumeRoleWithWebIdentity",
                subject.roleSight().role().arn().toString(),
                Optional.of(settings.aws().accountId().value()),
                keys);
        // ThoughtSpot's own policies are its affair: taken to allow what it does.
        List<Named> identity = aws ? List.of(new Named("ThoughtSpot's own policy", allowAssume())) : List.of();
        return new PolicyEvaluator()
                .decide(
                        request,
                        new PolicySet(
                                identity,
                                Optional.of(new Named(
                                        "trust policy", subject.roleSight().trust())),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** What ThoughtSpot shows when all is right. */
    static Map<String, String> rightContext(Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws aws -> Map.of("sts:ExternalId", aws.externalId().value());
            case Hosting.OnGcp gcp ->
                Map.of(
                        "accounts.google.com:sub", gcp.serviceAccount().value(),
                        "accounts.google.com:aud", gcp.serviceAccount().value());
        };
    }

    static String rightAccount(Hosting hosting) {
        return switch (hosting) {
            case Hosting.OnAws aws -> aws.account().value();
            case Hosting.OnGcp _ -> "";
        };
    }

    /** The statement that decided, as people find it in the document. */
    static String statement(Decision decision) {
        if (decision.by().isEmpty()) return decision.why();
        Decision.Decider by = decision.by().getFirst();
        return by.sid().orElseGet(() -> "#" + (by.statement() + 1));
    }

    private static PolicyDocument allowAssume() {
        return PolicyDocument.of(new io.spotdock.domain.policy.Statement(
                Optional.empty(),
                io.spotdock.domain.policy.Statement.Effect.ALLOW,
                Optional.empty(),
                io.spotdock.domain.policy.Statement.Matched.any("sts:AssumeRole"),
                Optional.of(io.spotdock.domain.policy.Statement.Matched.any("*")),
                Map.of()));
    }
}
