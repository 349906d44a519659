package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.service.KeptSignIns;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether to sign in to ThoughtSpot with what is kept in the keychain; without this it is never looked at. */
final class KeychainOption {
    @Option(
            names = "--keychain",
            description = "Sign in to ThoughtSpot with what spotdock sign-in kept, above all other sign-ins.")
    private boolean asked;

    /**
     * The sign-in of the keychain where that is asked for, or else one that was given. Where the keychain gives none, it is
     * said why, and gone on as without it.
     *
     * @throws FailureException Invalid when the keychain gives none, and nothing else is given and nobody there to ask
     */
    Optional<SignIn> given(Frame frame, ThoughtSpotHost host, SignInOptions others) {
        if (!asked) return others.given(frame);
        try {
            return Optional.of(kept(frame.context().rooms().signIns(), host, others.user()));
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Invalid invalid)) throw e;
            Optional<SignIn> other = others.given(frame);
            if (other.isEmpty() && frame.prompt().isEmpty()) throw e;
            frame.output().note(invalid.fault());
            return other;
        }
    }

    /** The same, or else one asked for. */
    SignIn needed(Frame frame, ThoughtSpotHost host, SignInOptions others) {
        return given(frame, host, others).orElseGet(() -> others.needed(frame));
    }

    private static SignIn kept(KeptSignIns signIns, ThoughtSpotHost host, Optional<String> user) {
        return signIns.of(host, user)
                .map(signIns::take)
                .orElseThrow(() -> new FailureException(
                        new Failure.Invalid("--keychain", Fault.of("fault.keychain.nothing", host.name()), "")));
    }
}
