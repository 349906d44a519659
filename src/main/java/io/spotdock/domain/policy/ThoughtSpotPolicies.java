package io.spotdock.domain.policy;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Partition;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents ThoughtSpot's delivery needs, and nothing more. */
public final class ThoughtSpotPolicies {
    /** The {@code Sid} of the statement that {@link #tlsOnly} makes, by which it is found again. */
    public static final String TLS_ONLY_SID = "SpotdockTlsOnly";

    private ThoughtSpotPolicies() {}

    /** Who may assume the role; {@code customer} is the account the role is in. */
    public static PolicyDocument trust(Hosting hosting, Partition partition, AccountId customer) {
        return switch (hosting) {
            case Hosting.OnAws aws ->
                trust(
                        "AWS",
                        "arn:" + partition + ":iam::" + aws.account() + ":root",
                        "sts:AssumeRole",
                        // Against the confused deputy (IAM User Guide, "The confused deputy problem").
                        Map.of("sts:ExternalId", List.of(aws.externalId().value())));
            case Hosting.OnGcp gcp -> {
                Map<String, List<String>> claims = new LinkedHashMap<>();
                claims.put(
                        GoogleProvider.HOST + ":sub",
                        List.of(gcp.serviceAccount().value()));
                claims.put(
                        GoogleProvider.HOST + ":aud",
                        List.of(gcp.serviceAccount().value()));
                String provider = switch (gcp.provider()) {
                    case IN_ACCOUNT ->
                        "arn:" + partition + ":iam::" + customer + ":oidc-provider/" + GoogleProvider.HOST;
                    case BUILT_IN -> GoogleProvider.HOST;
                };
                yield trust("Federated", provider, "sts:AssumeRoleWithWebIdentity", claims);
            }
        };
    }

    private static PolicyDocument trust(String type, String whom, String action, Map<String, List<String>> equal) {
        return PolicyDocument.of(new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.of(new Principals(false, Map.of(type, List.of(whom)))),
                Matched.any(action),
                Optional.empty(),
                Map.of("StringEquals", equal)));
    }

    /** What the role may do: two actions under one prefix, and the key's use where there is one. */
    public static PolicyDocument permissions(
            Partition partition, BucketName bucket, KeyPrefix prefix, Optional<KmsKeyArn> kmsKey) {
        List<Statement> statements = new ArrayList<>();
        statements.add(allow(
                Matched.any("s3:PutObject", "s3:PutObjectAcl"),
                "arn:" + partition + ":s3:::" + bucket + "/" + prefix + "*"));
        // A multipart upload decrypts its own parts (Amazon S3 User Guide, "Multipart upload API and permissions").
        kmsKey.ifPresent(key -> statements.add(allow(Matched.any("kms:GenerateDataKey", "kms:Decrypt"), key.value())));
        return PolicyDocument.of(statements.toArray(Statement[]::new));
    }

    private static Statement allow(Matched actions, String resource) {
        return new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.empty(),
                actions,
                Optional.of(Matched.any(resource)),
                Map.of());
    }

    /** A bucket policy's statement that refuses connections without TLS. */
    public static Statement tlsOnly(Partition partition, BucketName bucket) {
        String arn = "arn:" + partition + ":s3:::" + bucket;
        return new Statement(
                Optional.of(TLS_ONLY_SID),
                Effect.DENY,
                Optional.of(new Principals(false, Map.of("*", List.of("*")))),
                Matched.any("s3:*"),
                Optional.of(Matched.any(arn, arn + "/*")),
                Map.of("Bool", Map.of("aws:SecureTransport", List.of("false"))));
    }
}
