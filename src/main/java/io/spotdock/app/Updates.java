package io.spotdock.app;

import io.spotdock.domain.SemanticVersion;
import io.spotdock.releases.LatestRelease;
import io.spotdock.update.UpdateCheck;
import io.spotdock.update.UpdateNotes;
import io.spotdock.update.UpdateRules;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes what looks for a newer version, for the window once it is there and for the one command. A class, as a lambda would have
 * Java load what it makes at once, which is wanted by few and never before the first frame.
 */
final class Updates implements Function<Map<String, String>, UpdateCheck> {
    @Override
    public UpdateCheck apply(Map<String, String> environment) {
        String version = Updates.class.getPackage().getImplementationVersion();
        Optional<SemanticVersion> own = Optional.ofNullable(version).flatMap(SemanticVersion::parse);
        return new UpdateCheck(
                own,
                UpdateRules.of(environment, System.getProperty(UpdateRules.PROPERTY, "")),
                address -> new LatestRelease(address, own.orElseThrow(), environment),
                new UpdateNotes(Main.directory(environment)),
                InstantSource.system());
    }
}
