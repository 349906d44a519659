package io.spotdock.sandbox;

/** A running sandbox: AWS, Google's issuer and ThoughtSpot on loopback, in memory only. */
public final class Sandbox implements AutoCloseable {
    private Sandbox() {}

    public static Sandbox start(SandboxOptions options) {
        throw new UnsupportedOperationException();
    }

    public SandboxAccess access() {
        throw new UnsupportedOperationException();
    }

    public Faults faults() {
        throw new UnsupportedOperationException();
    }

    public CallLog calls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
