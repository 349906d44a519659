package io.spotdock.plan;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.PermissionsPolicy;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What should stand when everything is in place, worked out from the settings and the hosting. */
public record Wanted(Settings settings, Hosting hosting, Partition partition) {
    /** The inline policy Spotdock makes. */
    public static final String POLICY_NAME = "thoughtspot-s3-upload";

    /** The description of a role that Spotdock makes. */
    public static final String ROLE_DESCRIPTION =
            "Lets ThoughtSpot add Liveboard files to one bucket. Made by Spotdock.";

    /** The longest session of a role that Spotdock makes. */
    public static final Duration SESSION = Duration.ofHours(1);

    public Bucket bucket() {
        Settings.Bucket wanted = settings.bucket();
        Bucket.Protection secure = Bucket.Protection.SECURE_DEFAULT;
        return new Bucket(
                wanted.name(),
                settings.aws().region(),
                new Bucket.Protection(wanted.kmsKey(), false, secure.publicAccessBlocked(), secure.ownership()),
                Ownership.TAGS);
    }

    /**
     * How a bucket of ours that stands should be protected. Encryption that someone made stronger stays unless the settings
     * name a key.
     */
    public Bucket.Protection protection(Bucket.Protection present) {
        Bucket.Protection target = bucket().protection();
        return target.kmsKey().isPresent()
                ? target
                : new Bucket.Protection(
                        present.kmsKey(), present.awsManagedKey(), target.publicAccessBlocked(), target.ownership());
    }

    /**
     * The policy of a bucket of ours: the statement that refuses connections without TLS, added to what stands there. Where
     * it holds that already it is as it was; empty where TLS is not to be required.
     */
    public Optional<PolicyDocument> bucketPolicy(Optional<PolicyDocument> present) {
        if (!settings.bucket().tlsOnly()) return Optional.empty();
        Statement ours =
                ThoughtSpotPolicies.tlsOnly(partition, settings.bucket().name());
        PolicyDocument alone = PolicyDocument.of(ours);
        if (present.isEmpty()) return Optional.of(alone);
        PolicyDocument document = present.get();
        List<Statement> statements = new ArrayList<>(document.statements());
        if (statements.stream()
                .anyMatch(statement -> PolicyDocument.of(statement).means(alone))) return present;
        statements.removeIf(statement -> statement.sid().equals(ours.sid()));
        statements.add(ours);
        return Optional.of(new PolicyDocument(document.version(), document.id(), statements));
    }

    /** Google as identity provider; empty where none is needed. */
    public Optional<IdentityProvider> identityProvider() {
        return switch (hosting) {
            case Hosting.OnAws _ -> Optional.empty();
            case Hosting.OnGcp gcp ->
                gcp.provider() == GoogleProvider.BUILT_IN
                        ? Optional.empty()
                        : Optional.of(new IdentityProvider(
                                partition,
                                settings.aws().accountId(),
                                Set.of(gcp.serviceAccount().value()),
                                Ownership.TAGS));
        };
    }

    public Role role() {
        return new Role(
                settings.role()
                        .arn()
                        .orElseGet(() -> new RoleArn(
                                partition,
                                settings.aws().accountId(),
                                settings.role().name())),
                Optional.empty(),
                SESSION,
                ROLE_DESCRIPTION,
                Optional.empty(),
                Ownership.TAGS);
    }

    public TrustPolicy trust() {
        return new TrustPolicy(
                settings.role().name(),
                ThoughtSpotPolicies.trust(hosting, partition, settings.aws().accountId()));
    }

    /** @param bucketKey the key that the bucket really encrypts with, which the settings need not name */
    public PermissionsPolicy permissions(Optional<KmsKeyArn> bucketKey) {
        return new PermissionsPolicy(settings.role().name(), POLICY_NAME, permissionsDocument(bucketKey));
    }

    private PolicyDocument permissionsDocument(Optional<KmsKeyArn> bucketKey) {
        Settings.Bucket bucket = settings.bucket();
        return ThoughtSpotPolicies.permissions(
                partition, bucket.name(), bucket.prefix(), bucket.kmsKey().or(() -> bucketKey));
    }

    /** The webhook, for a role whose ARN may hold a path; empty when the settings name none. */
    public Optional<Webhook> webhook(RoleArn role) {
        return settings.webhook().map(webhook -> webhook(webhook, Optional.of(storage(role))));
    }

    /** A webhook as settings say it, with its files sent there. */
    public static Webhook webhook(Settings.Webhook webhook, Optional<StorageDestination> storage) {
        return new Webhook(
                Optional.empty(),
                webhook.name(),
                webhook.url().toString(),
                webhook.description(),
                webhook.urlParams(),
                webhook.authentication(),
                webhook.signature(),
                webhook.headers(),
                storage,
                webhook.enabled());
    }

    private StorageDestination storage(RoleArn role) {
        RegionName region = settings.aws().region();
        return new StorageDestination(
                settings.bucket().name().value(),
                region.value(),
                role.toString(),
                externalId(),
                settings.bucket().prefix());
    }

    private Optional<ExternalId> externalId() {
        return switch (hosting) {
            case Hosting.OnAws aws -> Optional.of(aws.externalId());
            case Hosting.OnGcp _ -> Optional.empty();
        };
    }
}
