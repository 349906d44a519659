package io.spotdock.check;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A delivery's requests, put to the evaluator. */
final class Deliveries {
    /** What ThoughtSpot makes of the part after the prefix. */
    private static final String FILE = "cluster-0/user-0/org-0/liveboard/report.pdf";

    private static final String SESSION = "thoughtspot";

    private Deliveries() {}

    /** ThoughtSpot's put of a file under the prefix, under the bucket's policy as it stands. */
    static Decision put(Subject subject, Optional<PolicyDocument> permissions) {
        return act(
                subject,
                "s3:PutObject",
                subject.wanted().settings().bucket().prefix() + FILE,
                permissions.stream().toList());
    }

    /** An action of the role on a key of the bucket. */
    static Decision act(Subject subject, String action, String key, List<PolicyDocument> permissions) {
        Settings settings = subject.wanted().settings();
        String partition = subject.wanted().partition().id();
        AccountId account = settings.aws().accountId();
        String bucket = "arn:" + partition + ":s3:::" + settings.bucket().name();
        String session = "arn:" + partition + ":sts::" + account + ":assumed-role/"
                + settings.role().name() + "/" + SESSION;
        AccessRequest request = new AccessRequest(
                session,
                action,
                key.isEmpty() ? bucket : bucket + "/" + key,
                Optional.of(account.value()),
                Map.of(
                        "aws:SecureTransport", List.of("true"),
                        "aws:PrincipalAccount", List.of(account.value()),
                        "aws:PrincipalType", List.of("AssumedRole"),
                        "aws:ResourceAccount", List.of(account.value()),
                        "aws:RequestedRegion", List.of(settings.aws().region().value())));
        return new PolicyEvaluator()
                .decide(
                        request,
                        new PolicySet(
                                permissions.stream()
                                        .map(document -> new Named("permissions policy", document))
                                        .toList(),
                                subject.bucketSight().policy().map(document -> new Named("bucket policy", document)),
                                Optional.empty(),
                                Optional.empty()));
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
