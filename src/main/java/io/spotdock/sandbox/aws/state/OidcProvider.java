package io.spotdock.sandbox.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An OpenID Connect provider of an account.
 *
 * @param url without {@code https://}
 */
public record OidcProvider(String arn, String url, Instant made, Tracked<Details> details, Map<String, String> tags) {
    /** What may be changed; {@code exists} is false for what others see of a provider they have not heard of yet. */
    public record Details(boolean exists, List<String> clientIds, List<String> thumbprints) {
        public static final Details ABSENT = new Details(false, List.of(), List.of());
    }
}
