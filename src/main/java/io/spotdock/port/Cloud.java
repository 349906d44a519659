package io.spotdock.port;

/** One signed-in look at a customer's AWS account. */
public record Cloud(
        Tokens tokens,
        Buckets buckets,
        Objects objects,
        Roles roles,
        IdentityProviders identityProviders,
        Permissions permissions,
        EventLog events,
        Assumptions assumptions,
        Keys keys) {}
