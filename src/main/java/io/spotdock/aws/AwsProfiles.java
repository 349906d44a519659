package io.spotdock.aws;

import io.spotdock.aws.SignInKinds.Choice;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Profiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Profiles} of the shared configuration and the environment. */
public final class AwsProfiles implements Profiles {
    private final Map<String, String> environment;
    private final Path home;
    private final InstantSource clock;

    /**
     * Takes what a process has.
     *
     * @param environment the environment variables
     * @param home the folder that holds {@code .aws}
     * @param clock tells whether an SSO sign-in has run out
     */
    public AwsProfiles(Map<String, String> environment, Path home, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.clock = clock;
    }

    @Override
    public List<Profile> named() {
        return SharedConfig.all(environment, home).stream()
                .map(config -> profile(
                        config,
                        new Choice(SignInKinds.ofProfile(config).orElse(Kind.NONE), Optional.empty()),
                        Optional.empty()))
                .toList();
    }

    @Override
    public Profile byDefault() {
        SharedConfig config = SharedConfig.read(environment, home, Optional.empty());
        Optional<String> region = Optional.ofNullable(environment.get("AWS_REGION"))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")));
        return profile(config, SignInKinds.choose(environment, config), region);
    }

    private Profile profile(SharedConfig config, Choice choice, Optional<String> region) {
        boolean ofProfile = choice.variable().isEmpty();
        return new Profile(
                config.profile(),
                SignInKinds.told(choice.kind(), config),
                region.or(() -> config.property("region"))
                        .flatMap(text -> RegionName.parse(text).good()),
                ofProfile ? sso(config) : Optional.empty(),
                ofProfile ? SignInKinds.mfa(config).map(MfaDevice::serial) : Optional.empty(),
                choice.variable());
    }

    private Optional<Sso> sso(SharedConfig config) {
        SharedConfig source = SignInKinds.source(config);
        if (!SignInKinds.ofProfile(source).equals(Optional.of(Kind.SSO))) return Optional.empty();
        return Optional.of(new Sso(source.profile(), state(source)));
    }

    /** A profile whose SSO settings have a gap is told as signed out; signing in says what is missing. */
    private Sso.State state(SharedConfig source) {
        try {
            return new SsoCache(home)
                    .token(SsoProfile.of(source))
                    .map(token -> token.state(clock.instant()))
                    .orElseGet(Sso.State.SignedOut::new);
        } catch (FailureException _) {
            return new Sso.State.SignedOut();
        }
    }
}
