package io.spotdock.service;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.RoleArn;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.Profiles;
import io.spotdock.port.Profiles.Profile;
import io.spotdock.port.Profiles.Sso;
import java.util.Optional;

/** How a person gets back into AWS when a sign-in has run out: by the way that they came. */
public sealed interface WayBack {
    /** On AWS's page. */
    record Page(String profile) implements WayBack {}

    /** With another code of a device, which is known by its serial. */
    record Code(String device) implements WayBack {}

    /** With other keys; where the former were typed, no file could give them. */
    record Keys() implements WayBack {}

    /** By renewing elsewhere what a file, a program or the environment gives, or with keys in its place. */
    record Elsewhere() implements WayBack {}

    /**
     * Finds out; reads files.
     *
     * @param lapsed the sign-in that has run out
     * @param profiles of this computer
     */
    static WayBack of(SignIn lapsed, Profiles profiles) {
        return switch (lapsed) {
            case SignIn.Keys _ -> new Keys();
            case SignIn.InRole(SignIn base, RoleArn _) -> of(base, profiles);
            case SignIn.OfProfile(String name) -> of(profile(Optional.of(name), profiles));
            case SignIn.ByDefault _ -> of(profile(Optional.empty(), profiles));
            case SignIn.WithCode coded -> of(profile(coded.profile(), profiles));
        };
    }

    private static WayBack of(Optional<Profile> profile) {
        Optional<String> page = profile.flatMap(Profile::sso).map(Sso::profile);
        return page.<WayBack>map(Page::new)
                .or(() -> profile.flatMap(Profile::mfaDevice).map(Code::new))
                .orElseGet(Elsewhere::new);
    }

    /** A configuration that can't be read any more is said when it is signed in with. */
    private static Optional<Profile> profile(Optional<String> name, Profiles profiles) {
        try {
            return name.isEmpty()
                    ? Optional.of(profiles.byDefault())
                    : profiles.named().stream()
                            .filter(profile -> profile.name().equals(name.get()))
                            .findFirst();
        } catch (FailureException _) {
            return Optional.empty();
        }
    }
}
