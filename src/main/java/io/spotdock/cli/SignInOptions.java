package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.service.SecretFinder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to sign in to ThoughtSpot: by options and the environment, or by asking. */
public final class SignInOptions {
    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a ThoughtSpot token, above SPOTDOCK_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The ThoughtSpot user, above SPOTDOCK_USER; with SPOTDOCK_PASSWORD or SPOTDOCK_SECRET_KEY.")
    private @Nullable String user;

    /** Who is named on the command line. */
    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** The sign-in that was given; empty when none was. */
    public Optional<SignIn> given(Frame frame) {
        CliContext context = frame.context();
        if (tokenFile != null) {
            SecretReference file = new SecretReference.File(tokenFile.toString());
            return Optional.of(new SignIn.Token(
                    new SecretFinder(context.environment(), context.directory(), frame.output()::note).apply(file)));
        }
        Optional<String> name = Optional.ofNullable(user).or(() -> context.variable("SPOTDOCK_USER"));
        // Who names a user on the command line means that one, whatever token the environment holds.
        boolean token = context.variable("SPOTDOCK_TOKEN").isPresent();
        if (token && user == null) return withToken(context);
        return name.flatMap(who -> withName(context, who)).or(() -> withToken(context));
    }

    private static Optional<SignIn> withToken(CliContext context) {
        return context.variable("SPOTDOCK_TOKEN").map(text -> new SignIn.Token(Secret.of(text)));
    }

    /** ThoughtSpot itself prefers the secret key where both are sent. */
    private static Optional<SignIn> withName(CliContext context, String who) {
        return context.variable("SPOTDOCK_SECRET_KEY")
                .<SignIn>map(key -> new SignIn.SecretKey(who, Secret.of(key)))
                .or(() -> context.variable("SPOTDOCK_PASSWORD")
                        .map(password -> new SignIn.Password(who, Secret.of(password))));
    }

    /**
     * The sign-in that was given, or else one asked for.
     *
     * @throws FailureException Invalid when there is none and nobody to ask
     */
    public SignIn needed(Frame frame) {
        return given(frame).orElseGet(() -> asked(frame));
    }

    private SignIn asked(Frame frame) {
        Prompt prompt = frame.prompt()
                .orElseThrow(() -> new FailureException(
                        new Failure.Invalid("SPOTDOCK_TOKEN", Fault.of("fault.sign-in.missing"), "")));
        String name = Optional.ofNullable(user)
                .or(() -> frame.context().variable("SPOTDOCK_USER"))
                .orElse("");
        return name.isEmpty()
                ? new SignIn.Token(prompt.secret(frame.context().texts().get("cli.ask.token")))
                : new SignIn.Password(
                        name, prompt.secret(frame.context().texts().get("cli.ask.password", name)));
    }
}
