package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.check.ReceiverChecks;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import io.spotdock.domain.signature.Example;
import io.spotdock.domain.signature.Verification;
import io.spotdock.domain.signature.Verifier;
import io.spotdock.plan.Wanted;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.Receivers;
import io.spotdock.service.Event;
import io.spotdock.service.SecretFinder;
import io.spotdock.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The webhook's URL: whether it can be called, and how its receiver tells ThoughtSpot's calls from others. */
@Command(
        name = "receiver",
        description = {
            "Looks at the webhook's URL stage by stage, and says how to check a signature. Asks nobody but the URL, by a"
                    + " request that changes nothing there.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock receiver -s spotdock.yaml",
            "  spotdock receiver -s spotdock.yaml --signature-example",
            "  spotdock receiver -s spotdock.yaml --send-test",
            "  spotdock receiver -s spotdock.yaml --verify body.json --signature 5f0c..."
        })
final class ReceiverCommand extends Verb {
    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Option(
            names = "--signature-example",
            description = "Show how to check a signature, also where the settings name none.")
    private boolean example;

    @Option(
            names = "--send-test",
            description = "Then send a signed test call by POST, as ThoughtSpot would; shows it and asks first.")
    private boolean sendTest;

    @Option(
            names = {"-y", "--yes"},
            description = "Send the test call without asking.")
    private boolean yes;

    @ArgGroup(exclusive = false)
    private @Nullable Delivery delivery;

    /** A delivery that came, as its receiver kept it. */
    static final class Delivery {
        @Option(
                names = "--verify",
                required = true,
                paramLabel = "BODYFILE",
                description = "Instead: check the signature of a delivery whose body is in this file, to the byte.")
        private Path body = Path.of("");

        @Option(
                names = "--signature",
                required = true,
                paramLabel = "VALUE",
                description = "The signature that came with it, as it stood in the header.")
        private String signature = "";
    }

    ReceiverCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        CliContext context = frame().context();
        Settings settings = settingsOption.load(context);
        Settings.Webhook webhook =
                settings.webhook().orElseThrow(() -> refused("webhook", Fault.of("fault.receiver.no-webhook")));
        if (delivery != null) return verify(output, webhook, delivery);
        Receivers receivers = context.rooms().receivers().apply(context.environment());
        ReceiverHealth health = receivers.probe(webhook.url());
        List<CheckResult> results = new ArrayList<>(ReceiverChecks.stages(health, ReceiverChecks.isHere(settings)));
        results.forEach(result -> output.accept(new Event.Checked(result)));
        if (sendTest) {
            Optional<CheckResult> trial = trial(output, receivers, webhook);
            if (trial.isEmpty()) return ExitCode.UNDECIDED;
            results.add(trial.get());
            output.accept(new Event.Checked(trial.get()));
        }
        if (example || webhook.signature().isPresent())
            new SignatureText(context.texts())
                    .tell(
                            output,
                            new Example(webhook.signature()
                                    .map(WebhookSignature::header)
                                    .orElse(Example.USUAL_HEADER)));
        ExitCode code = Tally.of(results).tell(output, context.texts());
        return code == ExitCode.OK && ReceiverChecks.isUnreached(health) ? ExitCode.UNREACHABLE : code;
    }

    /** Empty when nobody agreed. */
    private Optional<CheckResult> trial(Output output, Receivers receivers, Settings.Webhook webhook) {
        Receivers.Trial trial = receivers.prepare(Wanted.webhook(webhook, Optional.empty()));
        if (webhook.authentication() instanceof WebhookAuthentication.OAuth2)
            output.note(Fault.of("note.receiver-oauth"));
        TrialText.tell(output, trial, frame().context().texts());
        if (!yes
                && !Consenting.given(
                        frame(), frame().context().texts().get("cli.receiver.trial.ask", TrialText.shown(trial))))
            return Optional.empty();
        return Optional.of(ReceiverChecks.trial(receivers.send(trial, secrets(output))));
    }

    private ExitCode verify(Output output, Settings.Webhook webhook, Delivery given) {
        CliContext context = frame().context();
        SecretReference reference = webhook.signature()
                .flatMap(WebhookSignature::secret)
                .orElseThrow(() -> refused("webhook.signature", Fault.of("fault.receiver.no-signature")));
        byte[] body = LocalFiles.read("--verify", context.directory().resolve(given.body), Files::readAllBytes);
        try (Secret secret = secrets(output).apply(reference)) {
            Verification verification = Verifier.verify(secret, body, given.signature);
            new SignatureText(context.texts()).tell(output, verification);
            return verification instanceof Verification.Genuine ? ExitCode.OK : ExitCode.CHECK_FAILED;
        }
    }

    private SecretFinder secrets(Output output) {
        CliContext context = frame().context();
        return new SecretFinder(context.environment(), settingsOption.folder(context), output::note);
    }

    private static FailureException refused(String field, Fault fault) {
        return new FailureException(new Failure.Invalid(field, fault, ""));
    }
}
