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
 * Signed in, and sure of the account and the hosting.
 *
 * @param thoughtSpot empty when no sign-in was given
 * @param notes what was noticed on the way in
 */
public record Session(
        Settings settings,
        Cloud cloud,
        Caller caller,
        Hosting hosting,
        Optional<WebhookService> thoughtSpot,
        List<Fault> notes) {
    public Session {
        notes = List.copyOf(notes);
    }

    public Wanted wanted() {
        return new Wanted(settings, hosting, caller.partition());
    }
}
