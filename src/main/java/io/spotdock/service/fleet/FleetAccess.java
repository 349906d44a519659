package io.spotdock.service.fleet;

import io.spotdock.port.WebhookConnector;
import io.spotdock.service.Session;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.SignIns;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs in to a fleet's accounts and Orgs, to each once. Thread-safe. Closing it forgets every secret. */
public final class FleetAccess implements AutoCloseable {
    /**
     * Asks nobody yet.
     *
     * @param codes asks for the code of an MFA device, once for each sign-in that the others start from
     * @param own the command's own sign-in to ThoughtSpot, for hosts that the manifest has none for; called once, when it
     *     is needed
     */
    public FleetAccess(
            Surroundings world, SignIns signIns, CodePrompt codes, Supplier<Optional<WebhookConnector.SignIn>> own) {}

    /**
     * Signs in to every account and Org side by side, and says where that fails: each once, in the order of the manifest,
     * accounts first. Writes nothing.
     *
     * @throws java.util.concurrent.CancellationException when interrupted
     */
    public List<Unreached> reach(List<FleetEntry> entries, Need need) {
        throw new UnsupportedOperationException();
    }

    /**
     * A session for one integration; cheap once its account and Org have been reached.
     *
     * @throws io.spotdock.domain.FailureException as {@code Sessions.open}; the same for all integrations of a place that
     *     couldn't be reached
     */
    public Session open(FleetEntry entry, Need need) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
