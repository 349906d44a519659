package io.spotdock.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What stands already, for settings to be made of it. */
final class DiscoveryOptions {
    @Option(
            names = "--from-role",
            paramLabel = "ARN",
            description = "Takes from a role that stands, and from its bucket, what they say. Only looks.")
    private @Nullable String role;

    @Option(
            names = "--from-webhook",
            paramLabel = "ID|NAME",
            description = "Takes from a registered webhook what it says, and goes on to its role. Only looks.")
    private @Nullable String webhook;

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    boolean isAsked() {
        return role != null || webhook != null;
    }

    Optional<String> role() {
        return Optional.ofNullable(role);
    }

    Optional<String> webhook() {
        return Optional.ofNullable(webhook);
    }

    SignInOptions signIn() {
        return signIn;
    }
}
