package io.spotdock.cli;

import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a settings file. */
@Command(
        name = "init",
        customSynopsis = "spotdock init [-o FILE] [--force] [--KEY=VALUE]...",
        description = {
            "Makes a settings file: asks the wizard's questions, or takes the answers as options. Asks nobody else.",
            "Secrets are given by reference only: env:NAME or file:PATH."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock init",
            "  spotdock init --hosting aws --thoughtspot-account-id 123456789012 --account-id 999888777666 \\",
            "    --region us-east-1 --bucket my-company-data-exports -o spotdock.yaml",
            "  spotdock init --no-input --hosting detect --host my-company.thoughtspot.cloud \\",
            "    --account-id 999888777666 --bucket my-company-data-exports -o -"
        })
final class InitCommand extends Verb {
    private static final String STANDARD_OUTPUT = "-";

    private final FieldOptions fields;

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
    ExitCode run(Output output) {
        CliContext context = frame().context();
        Draft given = fields.draft();
        Draft draft = frame().prompt()
                .map(prompt -> Interview.hold(prompt, context.texts(), given, suggested(context)))
                .orElseGet(() -> filled(given, suggested(context)));
        if (draft.check() instanceof Checked.Bad bad) {
            output.say(context.texts().get("cli.init.options"));
            throw new SettingsRefused(context.texts().get("cli.init.source"), bad.problems());
        }
        String yaml = SettingsFile.write(draft);
        output.member("settings", yaml);
        if (file.toString().equals(STANDARD_OUTPUT)) {
            output.print(yaml);
            return ExitCode.OK;
        }
        Path target = context.directory().resolve(file);
        LocalFiles.write(target, yaml, force || mayReplace(target));
        output.member("file", target.toString());
        output.say(context.texts().get("cli.init.written", file));
        return ExitCode.OK;
    }

    private boolean mayReplace(Path target) {
        Optional<Prompt> prompt = frame().prompt();
        if (Files.notExists(target) || prompt.isEmpty()) return false;
        if (prompt.get().confirm(frame().context().texts().get("cli.init.replace", file), false)) return true;
        throw new CancellationException();
    }

    private static Draft suggested(CliContext context) {
        return Draft.EMPTY
                .with(Field.HOSTING, "aws")
                .with(
                        Field.REGION,
                        context.variable("AWS_REGION")
                                .or(() -> context.variable("AWS_DEFAULT_REGION"))
                                .orElse("us-east-1"))
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, "Webhook_S3");
    }

    /** What the command line left out and has a usual value; the hosting has none. */
    private static Draft filled(Draft given, Draft suggested) {
        Draft draft = given;
        for (Field field : Field.values()) {
            boolean wanted = field != Field.HOSTING && (field != Field.WEBHOOK_NAME || given.has(Field.WEBHOOK_URL));
            Optional<String> usual = suggested.text(field);
            if (wanted && usual.isPresent() && !draft.has(field)) draft = draft.with(field, usual.get());
        }
        return draft;
    }
}
