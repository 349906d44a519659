package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Release;
import io.spotdock.sandbox.control.Faults;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a cluster has as of its release. A path that it does not have is answered with 404, a member with 400.
 *
 * @param off what it does not have in spite of it
 */
record ReleaseRules(Release release, Set<Capability> off) {
    private static final String NOW = "26.8.0.cl-97";
    private static final String BEFORE_STORAGE_CONFIG = "26.6.0.cl-41";

    private static final Release TOKEN_VALIDATE = new Release(9, 12, 0, 0, "9.12.0.cl");

    /** The faults may change while the sandbox runs. */
    static ReleaseRules now(Faults faults) {
        String usual = ThoughtSpotFault.OLD_CLUSTER.isOn(faults) ? BEFORE_STORAGE_CONFIG : NOW;
        Release release = ThoughtSpotFault.RELEASE
                .value(faults)
                .flatMap(Release::parse)
                .or(() -> Release.parse(usual))
                .orElseThrow();
        Set<Capability> off = EnumSet.noneOf(Capability.class);
        if (ThoughtSpotFault.NO_VALIDATE.isOn(faults)) {
            off.add(Capability.VALIDATE);
            off.add(Capability.DELIVERY_HISTORY);
        }
        if (ThoughtSpotFault.NO_WEBHOOKS.isOn(faults)) off.addAll(EnumSet.allOf(Capability.class));
        return new ReleaseRules(release, off);
    }

    boolean has(Capability capability) {
        return release.isAtLeast(capability.since()) && !off.contains(capability);
    }

    boolean has(Route route) {
        String path = route.path();
        // The one call without a place among the capabilities: nothing but a word depends on it.
        if (path.equals("/auth/token/validate")) return release.isAtLeast(TOKEN_VALIDATE);
        if (path.equals("/webhooks/storage-config")) return has(Capability.STORAGE_CONFIG);
        if (path.endsWith("/communication-channels/validate")) return has(Capability.VALIDATE);
        if (path.startsWith("/jobs/history/")) return has(Capability.DELIVERY_HISTORY);
        boolean ofWebhooks =
                path.startsWith("/webhooks/") || path.startsWith("/system/preferences/communication-channels/");
        return !ofWebhooks || has(Capability.WEBHOOKS);
    }
}
