package io.spotdock.gui.step.account;

import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.Standing;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.Profiles.Profile;
import io.spotdock.port.Profiles.Sso;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A way to sign in to AWS, as a line of the list.
 *
 * @param how empty for keys that were typed, which are not kept for a second time
 * @param profile as the settings name it; empty for what signs in by default
 */
public record Way(
        Optional<SignIn> how,
        Optional<String> profile,
        Fault name,
        Fault line,
        Optional<RegionName> region,
        Optional<Sso> sso) {
    /** Keys that somebody typed. */
    public static final Way TYPED = new Way(
            Optional.empty(),
            Optional.empty(),
            Fault.of("wizard.account.typed"),
            Fault.of("wizard.account.typed.line"),
            Optional.empty(),
            Optional.empty());

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * The way that one came by, once more.
     *
     * @param name what it is called where it is asked for
     */
    public static Way again(SignIn how, String name) {
        return new Way(
                Optional.of(how),
                Optional.empty(),
                Standing.plain(name),
                Standing.plain(""),
                Optional.empty(),
                Optional.empty());
    }

    static Way ofProfile(Profile profile) {
        return new Way(
                Optional.of(new SignIn.OfProfile(profile.name())),
                Optional.of(profile.name()),
                Standing.plain(profile.name()),
                kind(profile),
                profile.region(),
                profile.sso());
    }

    static Way byDefault(Fault name, Fault line, Profile profile) {
        return new Way(
                Optional.of(new SignIn.ByDefault()), Optional.empty(), name, line, profile.region(), Optional.empty());
    }

    private static Fault kind(Profile profile) {
        return switch (profile.kind()) {
            case ACCESS_KEY ->
                profile.region()
                        .map(region -> Fault.of("wizard.account.access-key-in", region))
                        .orElse(Fault.of("wizard.account.access-key"));
            case SSO -> profile.sso().map(sso -> sso(sso.state())).orElse(Fault.of("wizard.account.sso-out"));
            case ASSUMED_ROLE -> Fault.of("wizard.account.assumed-role");
            case MFA -> Fault.of("wizard.account.assumed-role-code");
            case PROCESS -> Fault.of("wizard.account.process");
            case WEB_IDENTITY -> Fault.of("wizard.account.web-identity");
            case CONSOLE -> Fault.of("wizard.account.console");
            case ENVIRONMENT, CONTAINER, INSTANCE, NONE -> Fault.of("wizard.account.machine");
        };
    }

    private static Fault sso(Sso.State state) {
        return switch (state) {
            case Sso.State.SignedIn(var until) ->
                Fault.of("wizard.account.sso-until", TIME.format(until.atZone(ZoneId.systemDefault())));
            case Sso.State.Renews _ -> Fault.of("wizard.account.sso-renews");
            case Sso.State.SignedOut _ -> Fault.of("wizard.account.sso-out");
        };
    }

    /** The SSO profile that a person has to sign in to first. */
    public Optional<String> signedOutOf() {
        return sso.filter(it -> it.state() instanceof Sso.State.SignedOut).map(Sso::profile);
    }
}
