package io.spotdock.port;

import io.spotdock.domain.RegionName;
import java.util.List;
import java.util.Optional;

/** The ways to sign in to AWS that this computer offers, told without signing in. */
public interface Profiles {
    /** Where a sign-in's credentials come from. */
    enum Kind {
        ACCESS_KEY,
        SSO,
        ASSUMED_ROLE,
        /** A role that wants a code. */
        MFA,
        PROCESS,
        WEB_IDENTITY,
        /** What {@code aws login} leaves behind. */
        CONSOLE,
        ENVIRONMENT,
        CONTAINER,
        INSTANCE,
        NONE
    }

    /**
     * A profile of the shared configuration.
     *
     * @param kind {@code NONE} when it holds no credentials of its own, such as a region only
     * @param region where it signs in when nothing else is said
     */
    record Profile(String name, Kind kind, Optional<RegionName> region) {}

    /** The default first, then by name. */
    List<Profile> named();

    /** What signs in when no profile is named, with the profile that is then in use. */
    Profile byDefault();
}
