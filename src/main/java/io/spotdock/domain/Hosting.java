package io.spotdock.domain;

/** Where ThoughtSpot runs, and by what the customer's role recognises it. */
public sealed interface Hosting {

    /**
     * ThoughtSpot on AWS assumes the role from its own account.
     *
     * @param account ThoughtSpot's AWS account
     * @param externalId what it must name, against the confused deputy
     */
    record OnAws(AccountId account, ExternalId externalId) implements Hosting {}

    /**
     * ThoughtSpot on Google Cloud assumes the role with a token of its Google service account.
     *
     * @param serviceAccount the token's {@code sub} and {@code aud}
     */
    record OnGcp(ServiceAccountId serviceAccount, GoogleProvider provider) implements Hosting {}
}
