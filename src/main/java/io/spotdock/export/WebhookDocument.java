package io.spotdock.export;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.Webhook;
import java.util.function.Function;

/** Writes down the request that registers a webhook, in ThoughtSpot's own words: the very body that Spotdock sends. */
@FunctionalInterface
public interface WebhookDocument {
    /** @param placeholders what stands in a secret's place */
    String of(Webhook webhook, Function<SecretReference, String> placeholders);
}
