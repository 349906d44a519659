package io.spotdock.export;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Settings;
import java.util.Optional;

/** What every format tells: {@link Wanted}, with the parts of it that are to be made. */
record Blueprint(Wanted wanted, Standing standing) {
    /** As it stands, or is to be made; it may have a path. */
    RoleArn role() {
        return standing.role()
                .map(sight -> sight.role().arn())
                .orElseGet(() -> wanted.role().arn());
    }

    Settings settings() {
        return wanted.settings();
    }

    /** The bucket, where it is to be made. */
    Optional<Bucket> bucket() {
        return settings().bucket().create() ? Optional.of(wanted.bucket()) : Optional.empty();
    }

    /** The policy of a bucket that is to be made. */
    Optional<PolicyDocument> bucketPolicy() {
        return bucket().filter(_ -> settings().bucket().tlsOnly())
                .map(bucket -> PolicyDocument.of(ThoughtSpotPolicies.tlsOnly(wanted.partition(), bucket.name())));
    }

    Optional<IdentityProvider> provider() {
        return wanted.identityProvider();
    }

    /** Whether the provider that the role needs is not there yet. */
    boolean makesProvider() {
        return provider().isPresent() && standing.identityProvider().isEmpty();
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
