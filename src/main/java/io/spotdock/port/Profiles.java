package io.spotdock.port;

import io.spotdock.domain.RegionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ways to sign in to AWS that this computer offers, told without signing in: files are read, anew each time, and
 * nothing is called. A configuration that can't be read is an Invalid failure that names the file.
 */
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
        /** The role of this machine, if it has one: that can't be told from files. */
        INSTANCE,
        NONE
    }

    /**
     * A profile of the shared configuration.
     *
     * @param kind {@code NONE} when it holds no credentials of its own, such as a region only
     * @param region where it signs in when nothing else is said
     * @param sso the SSO sign-in it stands on, be it for a role that is assumed with it
     * @param mfaDevice the device whose code it asks for; with plain access keys a code is taken but not needed
     * @param variable the variable of the environment that makes it what it is
     */
    record Profile(
            String name,
            Kind kind,
            Optional<RegionName> region,
            Optional<Sso> sso,
            Optional<String> mfaDevice,
            Optional<String> variable) {}

    /**
     * An SSO sign-in.
     *
     * @param profile the one to sign in to, which is a role's source where a role is assumed
     */
    record Sso(String profile, State state) {
        /** What its cached token says of itself; AWS may think otherwise. */
        public sealed interface State {
            record SignedIn(Instant until) implements State {}

            /** It has run out, and is renewed without a person by the next call. */
            record Renews() implements State {}

            /** There was none, it has run out, or what is left of it is illegible: signing in again mends all three. */
            record SignedOut() implements State {}
        }
    }

    /** The default first, then by name. */
    List<Profile> named();

    /** What signs in when no profile is named, with the profile that is then in use. */
    Profile byDefault();
}
