package io.spotdock.service;

import io.spotdock.domain.Caller;
import io.spotdock.port.Cloud;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.util.Optional;

/**
 * Signed in, and in the account that the settings name.
 *
 * @param thoughtSpot empty when no sign-in was given
 */
public record SignedIn(Settings settings, Cloud cloud, Caller caller, Optional<WebhookService> thoughtSpot) {}
