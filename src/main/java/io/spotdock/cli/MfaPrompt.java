package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Secret;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.text.Texts;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the code of an MFA device, once AWS's profile turns out to want one. */
public final class MfaPrompt {
    private static final int MOST_CODES = 3;

    private final Frame frame;

    public MfaPrompt(Frame frame) {
        this.frame = frame;
    }

    /**
     * Signs in, with a code where one is wanted.
     *
     * @throws FailureException when there is nobody to ask, or code after code is not accepted
     */
    public <T> T around(SignIn how, Function<SignIn, T> signIn) {
        SignIn attempt = how;
        Object[] device = {};
        for (int asked = 0; ; asked++) {
            try {
                return signIn.apply(attempt);
            } catch (FailureException e) {
                Optional<Prompt> prompt = frame.prompt();
                if (!(e.failure() instanceof Failure.Expired expired) || prompt.isEmpty() || asked == MOST_CODES)
                    throw e;
                switch (expired.signIn()) {
                    case "sign-in.aws-mfa" -> device = expired.arguments().toArray();
                    case "sign-in.aws-mfa-code" -> prompt.get().say(texts().get("cli.mfa.again"));
                    default -> throw e;
                }
                attempt = how.with(code(prompt.get(), texts().get("cli.ask.mfa", device)));
            }
        }
    }

    private MfaCode code(Prompt prompt, String question) {
        while (true) {
            try (Secret typed = prompt.secret(question)) {
                switch (typed.use(MfaCode::parse)) {
                    case Parsed.Good<MfaCode>(MfaCode code) -> {
                        return code;
                    }
                    case Parsed.Bad<MfaCode>(Fault fault) -> prompt.say(texts().of(fault));
                }
            }
        }
    }

    private Texts texts() {
        return frame.context().texts();
    }
}
