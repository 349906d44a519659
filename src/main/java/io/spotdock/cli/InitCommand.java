package io.spotdock.cli;

import io.spotdock.discovery.Given;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Settings;
import io.spotdock.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a settings file. */
@Command(
        name = "init",
        customSynopsis =
                "spotdock init [-o FILE] [--force] [--from-role ARN] [--from-webhook ID|NAME] [--KEY=VALUE]...",
        description = {
            "Makes a settings file: asks the wizard's questions, or takes the answers as options.",
            "With --from-role and --from-webhook it finds the answers in what stands already, and changes nothing there.",
            "Options stand above what is found.",
            "Secrets are given by reference only: env:NAME or file:PATH."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock init",
            "  spotdock init --hosting aws --thoughtspot-account-id 123456789012 --account-id 999888777666 \\",
            "    --region us-east-1 --bucket my-company-data-exports -o spotdock.yaml",
            "  spotdock init --no-input --hosting detect --host my-company.thoughtspot.cloud \\",
            "    --account-id 999888777666 --bucket my-company-data-exports -o -",
            "  spotdock init --from-role arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
            "  spotdock init --from-webhook Webhook_S3 --host my-company.thoughtspot.cloud"
        })
final class InitCommand extends Verb {
    private static final String STANDARD_OUTPUT = "-";

    private final FieldOptions fields;

    @Mixin
    private DiscoveryOptions discovery = new DiscoveryOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "spotdock.yaml",
            description = "Where to write; - is standard output (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of(STANDARD_OUTPUT);

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    /** @param fields the options of the settings' fields, already among this command's own */
    InitCommand(Frame frame, FieldOptions fields) {
        super(frame);
        this.fields = fields;
    }

    @Override
    protected ExitCode run(Output output) {
        Given given = fields.given();
        Optional<DiscoveryTalk> discovered = discovery.isAsked()
                ? Optional.of(new DiscoveryTalk(frame(), new LookAround(frame(), discovery, given).look()))
                : Optional.empty();
        UsualSettings usual = UsualSettings.of(frame().context());
        Draft draft = discovered.map(talk -> talk.hold(given, usual)).orElseGet(() -> asked(given, usual));
        Settings settings = switch (draft.check()) {
            case Checked.Good(Settings good) -> good;
            case Checked.Bad bad -> throw SettingsRefused.ofOptions(frame(), bad.problems());
        };
        write(SettingsFile.write(draft), output);
        discovered.ifPresent(talk -> talk.compare(settings));
        return ExitCode.OK;
    }

    private Draft asked(Given given, UsualSettings usual) {
        return frame().prompt()
                .map(prompt ->
                        Interview.hold(prompt, frame().context().texts(), given.draft(), usual.draft(), given.fields()))
                .orElseGet(() -> usual.fill(given.draft(), given.fields()));
    }

    private void write(String yaml, Output output) {
        output.member("settings", yaml);
        if (file.toString().equals(STANDARD_OUTPUT)) {
            output.print(yaml);
            return;
        }
        Path target = frame().context().directory().resolve(file);
        LocalFiles.write(target, yaml, force || mayReplace(target));
        output.member("file", target.toString());
        output.say(frame().context().texts().get("cli.init.written", file));
    }

    private boolean mayReplace(Path target) {
        Optional<Prompt> prompt = frame().prompt();
        if (Files.notExists(target) || prompt.isEmpty()) return false;
        if (prompt.get().confirm(frame().context().texts().get("cli.init.replace", file), false)) return true;
        throw new CancellationException();
    }
}
