package io.spotdock.service;

import io.spotdock.domain.ExternalId;
import io.spotdock.settings.Settings;

/** The external ID of an integration whose settings name none: made once, and kept. */
@FunctionalInterface
public interface ExternalIds {
    ExternalId of(Settings settings);
}
