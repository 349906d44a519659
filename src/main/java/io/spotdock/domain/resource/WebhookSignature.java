package io.spotdock.domain.resource;

import io.spotdock.domain.SecretReference;
import java.util.Optional;

/**
 * An HMAC-SHA256 over each call's body, in a header.
 *
 * @param secret empty where read from ThoughtSpot, which redacts it
 */
public record WebhookSignature(String header, Optional<SecretReference> secret) {}
