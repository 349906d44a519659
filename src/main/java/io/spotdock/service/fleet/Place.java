package io.spotdock.service.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ThoughtSpotHost;
import java.util.Optional;

/** Where integrations are signed in to. */
public sealed interface Place {
    /**
     * The sign-in to AWS that those to accounts start from.
     *
     * @param profile empty for the default chain
     */
    record Start(Optional<String> profile) implements Place {}

    record Account(AccountId id) implements Place {}

    /** @param org its name or ID; empty for the one the sign-in is in */
    record Org(ThoughtSpotHost host, Optional<String> org) implements Place {}
}
