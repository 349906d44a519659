package io.spotdock.service;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.plan.Wanted;
import io.spotdock.port.Cloud;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Signed in, and sure of the hosting.
 *
 * @param notes what was noticed on the way in
 */
public record Session(SignedIn signedIn, Hosting hosting, List<Fault> notes) {
    public Session {
        notes = List.copyOf(notes);
    }

    public Settings settings() {
        return signedIn.settings();
    }

    public Cloud cloud() {
        return signedIn.cloud();
    }

    public Caller caller() {
        return signedIn.caller();
    }

    public Optional<WebhookService> thoughtSpot() {
        return signedIn.thoughtSpot();
    }

    public Wanted wanted() {
        return new Wanted(settings(), hosting, caller().partition());
    }
}
