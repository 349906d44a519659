package io.spotdock.export;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.Role;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.RoleSight;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every format tells: {@link Wanted}, with the parts of it that are to be made, and what stands taken as it is where
 * {@code apply} would take it so.
 */
record Blueprint(Wanted wanted, Standing standing) {
    Settings settings() {
        return wanted.settings();
    }

    /** The bucket, unless it is one that the settings don't want made, or that somebody else made. */
    Optional<Bucket> bucket() {
        if (!settings().bucket().create()) return Optional.empty();
        Optional<Bucket> present = standing.bucket().map(BucketSight.Ours::bucket);
        if (present.isEmpty()) return Optional.of(wanted.bucket());
        return present.filter(bucket -> Ownership.isOurs(bucket.tags()))
                .map(bucket -> new Bucket(
                        bucket.name(), bucket.region(), wanted.protection(bucket.protection()), bucket.tags()));
    }

    /** The policy of that bucket. */
    Optional<PolicyDocument> bucketPolicy() {
        return bucket().flatMap(_ -> wanted.bucketPolicy(standing.bucket().flatMap(BucketSight.Ours::policy)));
    }

    Optional<IdentityProvider> provider() {
        return wanted.identityProvider();
    }

    /** Whether the provider that the role needs is not there yet. */
    boolean makesProvider() {
        return provider().isPresent() && standing.identityProvider().isEmpty();
    }

    /** The client ID that a provider which is there does not take yet. */
    Optional<String> missingClientId() {
        return provider()
                .filter(wanted -> standing.identityProvider().stream()
                        .anyMatch(there -> !there.clientIds().containsAll(wanted.clientIds())))
                .flatMap(wanted -> wanted.clientIds().stream().findFirst());
    }

    /** What the templates would make, and is there: CloudFormation refuses to make it. */
    List<ResourceId> inTheWay() {
        return Stream.of(
                        bucket().filter(_ -> standing.bucket().isPresent()).map(Bucket::id),
                        standing.role().map(there -> there.role().id()))
                .flatMap(Optional::stream)
                .toList();
    }

    Role role() {
        return standing.role().map(RoleSight::role).orElseGet(wanted::role);
    }

    /** The name of the inline policy: of the one that grants the same already, or ours. */
    String policyName() {
        PolicyDocument permissions = permissions();
        return standing.role().stream()
                .flatMap(role -> role.inline().entrySet().stream())
                .filter(inline -> inline.getValue().means(permissions))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(Wanted.POLICY_NAME);
    }

    PolicyDocument trust() {
        return wanted.trust().document();
    }

    PolicyDocument permissions() {
        return wanted.permissions(standing.bucketKey()).document();
    }

    Optional<KmsKeyArn> key() {
        return settings().bucket().kmsKey().or(standing::bucketKey);
    }

    Optional<Hosting.OnAws> onAws() {
        return switch (wanted.hosting()) {
            case Hosting.OnAws aws -> Optional.of(aws);
            case Hosting.OnGcp _ -> Optional.empty();
        };
    }

    Optional<ExternalId> externalId() {
        return onAws().map(Hosting.OnAws::externalId);
    }

    Optional<ServiceAccountId> serviceAccount() {
        return switch (wanted.hosting()) {
            case Hosting.OnAws _ -> Optional.empty();
            case Hosting.OnGcp gcp -> Optional.of(gcp.serviceAccount());
        };
    }
}
