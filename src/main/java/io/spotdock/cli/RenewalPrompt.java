package io.spotdock.cli;

import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Secret;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.Renewal.Lapse;
import io.spotdock.port.WebhookConnector;
import io.spotdock.service.Renewals;
import io.spotdock.service.WayBack;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** Has the person at the terminal sign in anew when a sign-in runs out on the way, and says until when everything waits. */
public final class RenewalPrompt implements Renewals.Person {
    private final Frame frame;

    public RenewalPrompt(Frame frame) {
        this.frame = frame;
    }

    /** Who reads JSON is a program. */
    private Optional<Prompt> prompt() {
        return frame.options().json ? Optional.empty() : frame.prompt();
    }

    @Override
    public boolean aws(Lapse<CloudConnector.SignIn> lapse) {
        return prompt().filter(prompt -> new ToAws(prompt, lapse).asked()).isPresent();
    }

    @Override
    public boolean thoughtSpot(Lapse<WebhookConnector.SignIn> lapse) {
        return prompt().filter(prompt -> toThoughtSpot(prompt, lapse)).isPresent();
    }

    private boolean toThoughtSpot(Prompt prompt, Lapse<WebhookConnector.SignIn> lapse) {
        frame.output().say(texts().get("cli.renew.thoughtspot", lapse.where()));
        while (true) {
            Secret typed = prompt.secret(texts().get("cli.renew.ask." + kind(lapse.signIn()), lapse.where()));
            if (typed.isEmpty()) return givenUp();
            frame.owning(typed);
            WebhookConnector.SignIn next = switch (lapse.signIn()) {
                case WebhookConnector.SignIn.Token _ -> new WebhookConnector.SignIn.Token(typed);
                case WebhookConnector.SignIn.Password former ->
                    new WebhookConnector.SignIn.Password(former.user(), typed);
                case WebhookConnector.SignIn.SecretKey former ->
                    new WebhookConnector.SignIn.SecretKey(former.user(), typed);
            };
            if (isTaken(prompt, () -> lapse.take(next))) {
                // A password may be good for other Orgs still.
                if (lapse.signIn() instanceof WebhookConnector.SignIn.Token(Secret former)) former.close();
                return true;
            }
            typed.close();
        }
    }

    private static String kind(WebhookConnector.SignIn signIn) {
        return switch (signIn) {
            case WebhookConnector.SignIn.Token _ -> "token";
            case WebhookConnector.SignIn.Password _ -> "password";
            case WebhookConnector.SignIn.SecretKey _ -> "secret-key";
        };
    }

    /** Says what was wrong, where it was not taken. */
    private boolean isTaken(Prompt prompt, Runnable attempt) {
        try {
            attempt.run();
            frame.output().say(texts().get("cli.renew.on"));
            return true;
        } catch (FailureException e) {
            FailureText told = texts().of(e.failure());
            prompt.say(told.cause().orElseGet(told::sentence));
            return false;
        }
    }

    private boolean givenUp() {
        frame.output().say(texts().get("cli.renew.given-up"));
        return false;
    }

    private Texts texts() {
        return frame.context().texts();
    }

    /** One lapse of a sign-in to AWS. */
    private final class ToAws {
        private final Prompt prompt;
        private final Lapse<CloudConnector.SignIn> lapse;

        ToAws(Prompt prompt, Lapse<CloudConnector.SignIn> lapse) {
            this.prompt = prompt;
            this.lapse = lapse;
        }

        boolean asked() {
            frame.output().say(texts().get("cli.renew.aws", lapse.where()));
            var profiles =
                    frame.context().rooms().profiles().apply(frame.context().environment());
            return switch (WayBack.of(lapse.signIn(), profiles)) {
                case WayBack.Page(String profile) -> onPage(profile);
                case WayBack.Code(String device) -> withCode(device);
                case WayBack.Keys _ -> withKeys();
                case WayBack.Elsewhere _ -> elsewhere();
            };
        }

        private boolean onPage(String profile) {
            while (prompt.confirm(texts().get("cli.sso.ask", profile), true)) {
                if (isTaken(prompt, () -> allow(profile))) return true;
            }
            return givenUp();
        }

        private void allow(String profile) {
            new SsoPrompt(frame).allow(prompt, profile);
            lapse.take(lapse.signIn());
        }

        private boolean withCode(String device) {
            while (true) {
                String typed = shown(prompt.secret(texts().get("cli.renew.code.ask", device)));
                if (typed.isEmpty()) return givenUp();
                switch (MfaCode.parse(typed)) {
                    case Parsed.Good<MfaCode>(MfaCode code) -> {
                        if (isTaken(prompt, () -> lapse.take(lapse.signIn().with(code)))) return true;
                    }
                    case Parsed.Bad<MfaCode>(Fault fault) -> prompt.say(texts().of(fault));
                }
            }
        }

        /** A code is good for half a minute, and no secret after that. */
        private static String shown(Secret secret) {
            try (secret) {
                return secret.use(text -> text);
            }
        }

        private boolean elsewhere() {
            while (true) {
                String answer =
                        prompt.ask(texts().get("cli.renew.elsewhere.ask"), "").toLowerCase(Locale.ROOT);
                switch (answer) {
                    case "" -> {
                        if (isTaken(prompt, () -> lapse.take(lapse.signIn()))) return true;
                    }
                    case "k" -> {
                        return withKeys();
                    }
                    case "s" -> {
                        return givenUp();
                    }
                    default -> prompt.say(texts().get("cli.renew.elsewhere.which"));
                }
            }
        }

        private boolean withKeys() {
            while (true) {
                String id = prompt.ask(texts().get("cli.renew.keys.id"), "");
                if (id.isEmpty()) return givenUp();
                switch (AccessKeyId.parse(id)) {
                    case Parsed.Good<AccessKeyId>(AccessKeyId key) -> {
                        if (isTaken(prompt, () -> take(key))) return true;
                    }
                    case Parsed.Bad<AccessKeyId>(Fault fault) -> prompt.say(texts().of(fault));
                }
            }
        }

        private void take(AccessKeyId id) {
            Secret secret = frame.owning(prompt.secret(texts().get("cli.renew.keys.secret")));
            Secret session = frame.owning(prompt.secret(texts().get("cli.renew.keys.session")));
            var keys = new CloudConnector.SignIn.Keys(
                    id, secret, Optional.of(session).filter(token -> !token.isEmpty()));
            try {
                lapse.take(keys);
                lapse.signIn().wipe();
            } catch (FailureException e) {
                keys.wipe();
                throw e;
            }
        }
    }
}
