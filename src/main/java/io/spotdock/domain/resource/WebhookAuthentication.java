package io.spotdock.domain.resource;

import io.spotdock.domain.SecretReference;
import java.util.Optional;

/**
 * How ThoughtSpot signs in to the webhook's URL. A secret is empty where it was read from ThoughtSpot, which redacts
 * it: it cannot be compared.
 */
public sealed interface WebhookAuthentication {
    record None() implements WebhookAuthentication {}

    record ApiKey(String key, Optional<SecretReference> value) implements WebhookAuthentication {}

    record Basic(String username, Optional<SecretReference> password) implements WebhookAuthentication {}

    record BearerToken(Optional<SecretReference> token) implements WebhookAuthentication {}

    record OAuth2(String authorizationUrl, String clientId, Optional<SecretReference> clientSecret)
            implements WebhookAuthentication {}

    /** Where its secret is found. */
    default Optional<SecretReference> secret() {
        return switch (this) {
            case None _ -> Optional.empty();
            case ApiKey key -> key.value;
            case Basic basic -> basic.password;
            case BearerToken bearer -> bearer.token;
            case OAuth2 oauth -> oauth.clientSecret;
        };
    }

    /** Whether both sign in the same way, as far as can be seen: all but the secret itself. */
    default boolean looksLike(WebhookAuthentication other) {
        return switch (this) {
            case None _ -> other instanceof None;
            case ApiKey mine -> other instanceof ApiKey theirs && mine.key.equals(theirs.key);
            case Basic mine -> other instanceof Basic theirs && mine.username.equals(theirs.username);
            case BearerToken _ -> other instanceof BearerToken;
            case OAuth2 mine ->
                other instanceof OAuth2 theirs
                        && mine.authorizationUrl.equals(theirs.authorizationUrl)
                        && mine.clientId.equals(theirs.clientId);
        };
    }
}
