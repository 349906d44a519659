package io.spotdock.service;

import io.spotdock.domain.ExternalId;
import io.spotdock.settings.Settings;

/** The external ID of an integration whose settings name none: made once, and kept. */
@FunctionalInterface
public interface ExternalIds {
    ExternalId of(Settings settings);

    /** Another one, kept from now on in place of the former; the same where none is ever made. */
    default ExternalId renew(Settings settings) {
        return of(settings);
    }
}
