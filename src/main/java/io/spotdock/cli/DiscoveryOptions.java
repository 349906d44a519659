package io.spotdock.cli;

import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookConnector.SignIn;
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

    @Mixin
    private KeychainOption keychain = new KeychainOption();

    boolean isAsked() {
        return role != null || webhook != null;
    }

    Optional<String> role() {
        return Optional.ofNullable(role);
    }

    Optional<String> webhook() {
        return Optional.ofNullable(webhook);
    }

    /** How to sign in to the cluster that the webhook is of; asked for where nothing was given. */
    SignIn signIn(Frame frame, ThoughtSpotHost host) {
        return keychain.needed(frame, host, signIn);
    }
}
