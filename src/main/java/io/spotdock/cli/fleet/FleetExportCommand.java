package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.cli.ExportFolder;
import io.spotdock.cli.Frame;
import io.spotdock.cli.Output;
import io.spotdock.cli.Verb;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Hosting;
import io.spotdock.export.fleet.FleetExport;
import io.spotdock.export.fleet.FleetFormat;
import io.spotdock.service.Sessions;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.Manifest;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files for a cloud team that makes a whole fleet, offline. */
@Command(
        name = "export",
        description = "Writes the files with which a cloud team makes all roles and buckets itself: CloudFormation"
                + " StackSets, and a Terraform root. Asks nobody.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock fleet export -m fleet.yaml -o files",
            "  spotdock fleet export -m fleet.yaml --format terraform -o files",
            "  spotdock fleet export -m fleet.yaml -o files --force"
        })
final class FleetExportCommand extends Verb {
    /** What can be asked for. */
    enum Choice {
        cloudformation(FleetFormat.CLOUDFORMATION),
        terraform(FleetFormat.TERRAFORM);

        private final FleetFormat format;

        Choice(FleetFormat format) {
            this.format = format;
        }
    }

    /** All of it: which account makes what its integrations share can't be told from a part. */
    @Mixin
    private ManifestOption manifest = new ManifestOption();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write, one or more of: ${COMPLETION-CANDIDATES}. Without this, all of it.")
    private List<Choice> choices = Arrays.asList(Choice.values());

    @Mixin
    private ExportFolder folder = new ExportFolder();

    FleetExportCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Texts texts = frame().context().texts();
        Manifest fleet = manifest.read(frame());
        Map<String, Hosting> hostings = new HashMap<>();
        List<Row> failed = hostings(fleet, hostings);
        if (!failed.isEmpty()) {
            new Causes(texts, frame().style()).tell(failed, output);
            output.member("integrations", failed.stream().map(Row::json).toList());
            return ExitCode.worst(failed.stream().map(Row::code).toList());
        }
        FleetExport export =
                new FleetExport(fleet, entry -> Objects.requireNonNull(hostings.get(entry.name())), texts::get);
        folder.write(
                frame(),
                export.files(choices.stream().map(choice -> choice.format).collect(Collectors.toSet())));
        output.member("leftOut", export.leftOut());
        if (!export.leftOut().isEmpty())
            output.say(texts.get(
                    "cli.fleet.export.left-out", export.leftOut().size(), Causes.names(export.leftOut(), texts)));
        return ExitCode.OK;
    }

    /** Where each one's ThoughtSpot runs, as far as the manifest tells. */
    private List<Row> hostings(Manifest fleet, Map<String, Hosting> hostings) {
        List<Row> failed = new ArrayList<>();
        for (FleetEntry entry : fleet.entries()) {
            if (entry.settings().role().isMadeElsewhere()) continue;
            try {
                hostings.put(
                        entry.name(),
                        Sessions.offline(
                                entry.settings(),
                                () -> frame().context().rooms().externalIds().of(entry.settings())));
            } catch (FailureException e) {
                failed.add(Row.failed(entry, e.failure(), frame().context().texts()));
            }
        }
        return failed;
    }
}
