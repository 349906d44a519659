package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.SsoSignIn;
import io.spotdock.text.Texts;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs in by SSO from a terminal, once AWS's profile turns out to want it: shows the page and the code and waits, as {@code aws
 * sso login --no-browser --use-device-code} does. Opens no browser, as the terminal may well be far from the person's own.
 */
public final class SsoPrompt {
    private final Frame frame;
    private final MfaPrompt codes;

    public SsoPrompt(Frame frame) {
        this.frame = frame;
        this.codes = new MfaPrompt(frame);
    }

    /**
     * Signs in, by SSO and with a code where those are wanted.
     *
     * @throws FailureException when there is nobody to ask, or who was asked would rather not
     */
    public <T> T around(SignIn how, Function<SignIn, T> signIn) {
        try {
            return codes.around(how, signIn);
        } catch (FailureException e) {
            Optional<Prompt> prompt = frame.prompt();
            if (!(e.failure() instanceof Failure.Expired expired)
                    || !expired.signIn().equals("sign-in.aws-sso")
                    || prompt.isEmpty()
                    || !prompt.get()
                            .confirm(
                                    texts().get(
                                                    "cli.sso.ask",
                                                    expired.arguments().getFirst()),
                                    true)) throw e;
            allow(prompt.get(), expired.arguments().getFirst());
            return codes.around(how, signIn);
        }
    }

    /** Shows the page and its code, and waits until access was allowed there. */
    void allow(Prompt prompt, String profile) {
        CliContext context = frame.context();
        SsoSignIn.Pending pending =
                context.rooms().sso().apply(context.environment()).begin(profile);
        prompt.say(texts().get("cli.sso.code", pending.code().userCode()));
        prompt.say("  " + pending.code().page());
        prompt.say(texts().get("cli.sso.waiting"));
        pending.await();
        prompt.say(texts().get("cli.sso.done"));
    }

    private Texts texts() {
        return frame.context().texts();
    }
}
