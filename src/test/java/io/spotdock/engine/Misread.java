package io.spotdock.engine;

/** An engine would refuse this, or it is more than its stand-in knows. */
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misread(String message) {
        super(message);
    }
}
