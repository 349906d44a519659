package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ThoughtSpotRight;
import io.spotdock.service.Connected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a sign-in may not do and a cluster can't, as far as it means something for what is set up. */
final class Shortages {
    private Shortages() {}

    static List<Fault> of(Connected connected) {
        List<Fault> all = new ArrayList<>();
        for (ThoughtSpotRight right : ThoughtSpotRight.missing(connected.user().privileges()))
            of(right).ifPresent(all::add);
        for (Capability capability : Capability.values())
            if (connected.cluster().lacking().contains(capability))
                of(capability).ifPresent(key -> all.add(Fault.of(key, capability.since())));
        return List.copyOf(all);
    }

    /** Webhooks have a notice of their own; the user's own list of Orgs does without a search. */
    private static Optional<Fault> of(ThoughtSpotRight right) {
        return switch (right) {
            case WEBHOOKS, ORGS -> Optional.empty();
            case CHANNEL -> Optional.of(Fault.of("wizard.hosting.not-channel"));
            case SYSTEM -> Optional.of(Fault.of("wizard.hosting.not-system"));
            case SCHEDULES -> Optional.of(Fault.of("wizard.hosting.not-schedules"));
            case DOWNLOAD -> Optional.of(Fault.of("wizard.hosting.not-download"));
        };
    }

    /** Without webhooks, and without a word on the hosting, there are notices. */
    private static Optional<String> of(Capability capability) {
        return switch (capability) {
            case WEBHOOKS, STORAGE_CONFIG -> Optional.empty();
            case ADDITIONAL_HEADERS -> Optional.of("wizard.hosting.no-headers");
            case VALIDATE -> Optional.of("wizard.hosting.no-validate");
            case DELIVERY_HISTORY -> Optional.of("wizard.hosting.no-history");
            case WEBHOOK_STATUS -> Optional.of("wizard.hosting.no-status");
        };
    }
}
