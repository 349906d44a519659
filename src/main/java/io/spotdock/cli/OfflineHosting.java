package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.service.ExternalIds;
import io.spotdock.settings.Settings;

/** The hosting as far as settings alone tell. */
final class OfflineHosting {
    private OfflineHosting() {}

    /** @throws FailureException Invalid when only ThoughtSpot could tell */
    static Hosting of(Settings settings, ExternalIds externalIds) {
        return switch (settings.thoughtSpot().hosting()) {
            case AWS ->
                new Hosting.OnAws(
                        settings.thoughtSpot().accountId().orElseThrow(),
                        settings.role().externalId().orElseGet(() -> externalIds.of(settings)));
            case GCP ->
                new Hosting.OnGcp(
                        settings.thoughtSpot().serviceAccountId().orElseThrow(),
                        settings.role().provider());
            case DETECT ->
                throw new FailureException(
                        new Failure.Invalid("thoughtspot.hosting", Fault.of("fault.hosting.offline"), ""));
        };
    }
}
