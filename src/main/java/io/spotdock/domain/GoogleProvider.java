package io.spotdock.domain;

/** How a role names Google as identity provider. */
public enum GoogleProvider {
    /** An OIDC provider in the role's own account, named by its ARN: what ThoughtSpot's guide asks for. */
    IN_ACCOUNT,
    /** {@code accounts.google.com}, which AWS knows by itself: adds nothing to the account, as AWS's guide advises. */
    BUILT_IN;

    /** The issuer's host, and the prefix of its condition keys. */
    public static final String HOST = "accounts.google.com";
}
