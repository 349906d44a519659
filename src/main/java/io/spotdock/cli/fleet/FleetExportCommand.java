package io.spotdock.cli.fleet;

import io.spotdock.cli.CliContext;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.cli.Output;
import io.spotdock.cli.Verb;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.export.ExportFile;
import io.spotdock.export.ExportWriter;
import io.spotdock.export.fleet.FleetExport;
import io.spotdock.export.fleet.FleetFormat;
import io.spotdock.service.Sessions;
import io.spotdock.settings.Settings.HostingChoice;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.Manifest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files for those who may touch IAM in all these accounts. */
@Command(
        name = "export",
        description = {
            "Writes what a cloud team needs to make all of them: CloudFormation StackSets and a Terraform root. Asks"
                    + " nobody; no secrets in it.",
            "Of what several share in an account, the first makes the bucket: export them together."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock fleet export -m fleet.yaml -o files",
            "  spotdock fleet export -m fleet.csv -o files --format cloudformation"
        })
final class FleetExportCommand extends Verb {
    /** As it is written on the command line. */
    enum Choice {
        cloudformation(FleetFormat.CLOUDFORMATION),
        terraform(FleetFormat.TERRAFORM);

        private final FleetFormat format;

        Choice(FleetFormat format) {
            this.format = format;
        }
    }

    @Mixin
    private ManifestOptions manifest = new ManifestOptions();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write, one or more of: ${COMPLETION-CANDIDATES}. Without this, both.")
    private List<Choice> choices = Arrays.asList(Choice.values());

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; it is made where it is missing.")
    private Path directory = Path.of("");

    @Option(names = "--force", description = "Replace files that are there with another content.")
    private boolean force;

    FleetExportCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        CliContext context = frame().context();
        Chosen chosen = manifest.load(frame());
        Manifest fleet = new Manifest(chosen.fleet(), chosen.signIns(), chosen.entries());
        FleetExport export = new FleetExport(fleet, this::hosting, context.texts()::get);
        Set<FleetFormat> formats = EnumSet.noneOf(FleetFormat.class);
        choices.forEach(choice -> formats.add(choice.format));
        List<ExportFile> files = export.files(formats);
        Path folder = context.directory().resolve(directory);
        ExportWriter.write(folder, files, force);
        List<String> paths = files.stream().map(ExportFile::path).toList();
        output.member("directory", folder.toString());
        output.member("files", paths);
        output.member("leftOut", export.leftOut());
        output.print(String.join("\n", paths) + "\n");
        if (!export.leftOut().isEmpty())
            output.note(Fault.of("note.fleet.left-out", String.join(", ", export.leftOut())));
        output.say(context.texts().get("cli.export.written", files.size(), folder));
        return ExitCode.OK;
    }

    private Hosting hosting(FleetEntry entry) {
        if (entry.settings().thoughtSpot().hosting() == HostingChoice.DETECT)
            throw new FailureException(
                    new Failure.Invalid(entry.path() + ".thoughtspot.hosting", Fault.of("fault.hosting.offline"), ""));
        return Sessions.offline(
                entry.settings(), () -> frame().context().rooms().externalIds().of(entry.settings()));
    }
}
