package io.spotdock.cli;

import io.spotdock.domain.Hosting;
import io.spotdock.export.Export;
import io.spotdock.export.ExportFile;
import io.spotdock.export.ExportWriter;
import io.spotdock.export.Format;
import io.spotdock.plan.Wanted;
import io.spotdock.service.Sessions;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files for a cloud team, offline. */
@Command(
        name = "export",
        description = "Writes the files with which a cloud team makes the role itself. Asks nobody.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock export -s spotdock.yaml -o files",
            "  spotdock export -s spotdock.yaml --format terraform,handoff -o files",
            "  spotdock export -s spotdock.yaml --format cli -o . && sh apply.sh"
        })
final class ExportCommand extends Verb {
    /** What can be asked for. */
    enum Choice {
        json,
        cli,
        cloudformation,
        terraform,
        handoff;

        private Set<Format> formats() {
            return switch (this) {
                case json -> EnumSet.of(Format.POLICIES, Format.WEBHOOK);
                case cli -> EnumSet.of(Format.CLI);
                case cloudformation -> EnumSet.of(Format.CLOUDFORMATION);
                case terraform -> EnumSet.of(Format.TERRAFORM);
                case handoff -> EnumSet.of(Format.HANDOFF);
            };
        }
    }

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write, one or more of: ${COMPLETION-CANDIDATES}. Without this, all of it.")
    private List<Choice> choices = Arrays.asList(Choice.values());

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; it is made where it is missing.")
    private Path directory = Path.of("");

    @Option(names = "--force", description = "Replace files that are there with another content.")
    private boolean force;

    ExportCommand(Frame frame) {
        super(frame);
    }

    @Override
    ExitCode run(Output output) {
        CliContext context = frame().context();
        Settings settings = settingsOption.load(context);
        Hosting hosting =
                Sessions.offline(settings, () -> context.rooms().externalIds().of(settings));
        Wanted wanted = new Wanted(settings, hosting, settings.aws().region().partition());
        Export export = new Export(wanted, context.rooms().webhookDocument(), context.texts()::get);
        Set<Format> formats = EnumSet.noneOf(Format.class);
        choices.forEach(choice -> formats.addAll(choice.formats()));
        List<ExportFile> files = export.files(formats);
        Path folder = context.directory().resolve(directory);
        ExportWriter.write(folder, files, force);
        List<String> paths = files.stream().map(ExportFile::path).toList();
        output.member("directory", folder.toString());
        output.member("files", paths);
        output.print(String.join("\n", paths) + "\n");
        if (formats.contains(Format.WEBHOOK) && settings.webhook().isEmpty())
            output.say(context.texts().get("cli.export.no-webhook"));
        output.say(context.texts().get("cli.export.written", files.size(), folder));
        return ExitCode.OK;
    }
}
