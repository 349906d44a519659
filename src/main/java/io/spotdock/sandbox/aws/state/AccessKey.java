package io.spotdock.sandbox.aws.state;

import java.time.Instant;
import java.util.Optional;

/**
 * An access key.
 *
 * @param token of temporary credentials
 * @param mfa whether a code of a device was given for it
 */
public record AccessKey(
        String id,
        String secret,
        Optional<String> token,
        Instant made,
        Optional<Instant> expires,
        boolean active,
        boolean mfa,
        Principal owner) {
    public AccessKey withActive(boolean on) {
        return new AccessKey(id, secret, token, made, expires, on, mfa, owner);
    }

    /** A session that has run out. */
    public AccessKey ended(Instant when) {
        return new AccessKey(id, secret, token, made, Optional.of(when), active, mfa, owner);
    }

    public boolean temporary() {
        return token.isPresent();
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
