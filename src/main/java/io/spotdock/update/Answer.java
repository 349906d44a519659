package io.spotdock.update;

import io.spotdock.domain.Failure;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.port.Releases.Announced;
import java.util.Optional;

/** Whether there is a newer Spotdock. */
public sealed interface Answer {
    /** @param latest that is announced, which may be earlier than this one; empty where nothing is */
    record UpToDate(SemanticVersion own, Optional<SemanticVersion> latest) implements Answer {}

    record Newer(SemanticVersion own, Announced latest) implements Answer {}

    /** Nobody was asked. */
    record NotAsked(Why why) implements Answer {}

    /** Asked, or tried to, and could not tell. */
    record Unknown(Failure failure) implements Answer {}

    /** Why nobody was asked. */
    enum Why {
        /** This build does not know where its releases are. */
        NO_ADDRESS,
        /** This build is nobody's release, so that none is later. */
        DEVELOPMENT,
        /** The environment forbids it. */
        FORBIDDEN,
        /** A person does not want it. */
        OFF,
        /** It was asked within the last day. */
        RECENTLY
    }
}
