package io.spotdock.check;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyEvaluator;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.port.Buckets.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A delivery's requests to S3, put to the evaluator. */
record Deliveries(Located bucket, RoleArn role) {
    /** What ThoughtSpot makes of the part after the prefix. */
    static final String FILE = "cluster-0/user-0/org-0/liveboard/report.pdf";

    private static final String SESSION = "thoughtspot";

    /** What only ThoughtSpot's own request shows: from where it comes, when, and of which organisation. */
    static final Set<String> UNTOLD = Set.of(
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

    static Deliveries of(Subject subject) {
        return new Deliveries(subject.bucket(), subject.roleArn());
    }

    /** A put of a file under the prefix by the role, which need not be there yet. */
    Judged put(
            KeyPrefix prefix, Optional<PolicyDocument> bucketPolicy, List<Named> identity, Optional<Named> boundary) {
        return upload("s3:PutObject", prefix, bucketPolicy, identity, boundary);
    }

    /** One of the two actions that an upload takes. */
    Judged upload(
            String action,
            KeyPrefix prefix,
            Optional<PolicyDocument> bucketPolicy,
            List<Named> identity,
            Optional<Named> boundary) {
        return judge(request(action, object(prefix + FILE), UNTOLD), bucketPolicy, identity, boundary);
    }

    /** A put over plain HTTP. */
    Judged withoutTls(PolicyDocument bucketPolicy, List<Named> identity) {
        Map<String, List<String>> plain = context(bucket, role);
        plain.put("aws:SecureTransport", List.of("false"));
        AccessRequest request = new AccessRequest(
                session(role),
                "s3:PutObject",
                object(FILE),
                Optional.of(bucket.owner().value()),
                plain,
                UNTOLD);
        return judge(request, Optional.of(bucketPolicy), identity, Optional.empty());
    }

    /** An action of the role on something. */
    Judged act(
            String action,
            String resource,
            Optional<PolicyDocument> bucketPolicy,
            List<Named> identity,
            Optional<Named> boundary) {
        return judge(request(action, resource, Set.of()), bucketPolicy, identity, boundary);
    }

    private static Judged judge(
            AccessRequest request,
            Optional<PolicyDocument> bucketPolicy,
            List<Named> identity,
            Optional<Named> boundary) {
        PolicySet policies = new PolicySet(
                identity,
                bucketPolicy.map(document -> new Named("bucket policy", document)),
                boundary,
                Optional.empty());
        return new Judged(new PolicyEvaluator().decide(request, policies), policies);
    }

    /** The bucket's ARN. */
    String arn() {
        return arn(bucket.name().value());
    }

    String arn(String otherBucket) {
        return "arn:" + bucket.region().partition().id() + ":s3:::" + otherBucket;
    }

    /** A key's ARN. */
    String object(String key) {
        return arn() + "/" + key;
    }

    private AccessRequest request(String action, String resource, Set<String> untold) {
        return new AccessRequest(
                session(role), action, resource, Optional.of(bucket.owner().value()), context(bucket, role), untold);
    }

    /** The session that ThoughtSpot works in. */
    static String session(RoleArn role) {
        return "arn:" + role.partition() + ":sts::" + role.account() + ":assumed-role/" + role.name() + "/" + SESSION;
    }

    /** What every request of the session shows. */
    static Map<String, List<String>> context(Located bucket, RoleArn role) {
        String account = bucket.owner().value();
        return new TreeMap<>(Map.ofEntries(
                Map.entry("aws:PrincipalAccount", List.of(role.account().value())),
                Map.entry("aws:PrincipalArn", List.of(role.toString())),
                Map.entry("aws:PrincipalIsAWSService", List.of("false")),
                Map.entry("aws:PrincipalType", List.of("AssumedRole")),
                Map.entry("aws:RequestedRegion", List.of(bucket.region().value())),
                Map.entry("aws:ResourceAccount", List.of(account)),
                Map.entry("aws:SecureTransport", List.of("true")),
                Map.entry("aws:ViaAWSService", List.of("false")),
                // A session has it, and ThoughtSpot has no second factor to show.
                Map.entry("aws:MultiFactorAuthPresent", List.of("false")),
                Map.entry("s3:ResourceAccount", List.of(account))));
    }
}
