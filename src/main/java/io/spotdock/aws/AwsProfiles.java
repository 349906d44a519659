package io.spotdock.aws;

import io.spotdock.domain.RegionName;
import io.spotdock.port.Profiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Profiles} of the shared configuration and the environment; reads files and calls nothing. */
public final class AwsProfiles implements Profiles {
    private final Map<String, String> environment;
    private final Path home;

    /**
     * Takes what a process has.
     *
     * @param environment the environment variables
     * @param home the folder that holds {@code .aws}
     */
    public AwsProfiles(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    @Override
    public List<Profile> named() {
        return SharedConfig.all(environment, home).stream()
                .map(config -> profile(config, SignInKinds.ofProfile(config).orElse(Kind.NONE), Optional.empty()))
                .toList();
    }

    @Override
    public Profile byDefault() {
        SharedConfig config = SharedConfig.read(environment, home, Optional.empty());
        Optional<String> region = Optional.ofNullable(environment.get("AWS_REGION"))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")));
        return profile(config, SignInKinds.choose(environment, config), region);
    }

    private static Profile profile(SharedConfig config, Kind kind, Optional<String> region) {
        return new Profile(
                config.profile(),
                kind,
                region.or(() -> config.property("region"))
                        .flatMap(text -> RegionName.parse(text).good()));
    }
}
