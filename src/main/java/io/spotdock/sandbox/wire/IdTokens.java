package io.spotdock.sandbox.wire;

import java.time.Instant;
import java.util.Optional;

/** Who can tell a genuine Google ID token. */
public interface IdTokens {
    /** The claims of a token that is genuine and has not expired. */
    Optional<Claims> verify(String jwt);

    /** What STS needs of an ID token. */
    record Claims(String iss, String sub, String aud, Optional<String> azp, Instant expires) {}
}
