package io.spotdock.port;

import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import java.util.Optional;
import java.util.function.Function;

/** Signs in to ThoughtSpot. */
@FunctionalInterface
public interface WebhookConnector {
    /** How to sign in. */
    sealed interface SignIn {
        record Token(Secret token) implements SignIn {}

        record Password(String user, Secret password) implements SignIn {}

        record SecretKey(String user, Secret key) implements SignIn {}

        /** What has to be wiped when the sign-in is over. */
        default Secret secret() {
            return switch (this) {
                case Token(Secret token) -> token;
                case Password(String _, Secret password) -> password;
                case SecretKey(String _, Secret key) -> key;
            };
        }
    }

    /**
     * Connects; a user and password are exchanged for a token at the first call.
     *
     * @param org the Org's name or ID; empty for the one the sign-in is in
     * @param secrets finds the secrets that webhooks refer to, at the moment they are sent
     */
    WebhookService connect(
            ThoughtSpotHost host, SignIn signIn, Optional<String> org, Function<SecretReference, Secret> secrets);

    /**
     * The same, whose sign-ins may be renewed in the middle of something: when one that has worked is no longer accepted,
     * another one is asked for, which has to lead into the same Org with no fewer privileges, and the call that was refused is
     * made again with it.
     */
    default WebhookConnector renewing(Renewal<SignIn> renewal) {
        return this;
    }
}
