package io.spotdock.domain.resource;

/** A thing that Spotdock makes, changes or finds. */
public sealed interface Resource
        permits Bucket,
                BucketPolicy,
                IdentityProvider,
                Role,
                TrustPolicy,
                PermissionsPolicy,
                Webhook,
                ChannelPreference {
    ResourceId id();
}
