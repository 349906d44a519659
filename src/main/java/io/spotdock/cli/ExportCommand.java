package io.spotdock.cli;

import io.spotdock.domain.Hosting;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.export.Export;
import io.spotdock.export.Format;
import io.spotdock.export.Standing;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Wanted;
import io.spotdock.service.Integration;
import io.spotdock.service.Sessions;
import io.spotdock.settings.Settings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files for a cloud team: offline, or with a look at what stands already. */
@Command(
        name = "export",
        description =
                "Writes the files with which a cloud team makes the role itself. Asks nobody, unless with --existing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock export -s spotdock.yaml -o files",
            "  spotdock export -s spotdock.yaml --format terraform,handoff -o files",
            "  spotdock export -s spotdock.yaml --format terraform -o files --existing",
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
    private Connection connection = new Connection();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write, one or more of: ${COMPLETION-CANDIDATES}. Without this, all of it.")
    private List<Choice> choices = Arrays.asList(Choice.values());

    @Mixin
    private ExportFolder folder = new ExportFolder();

    @Option(
            names = "--existing",
            description = "Sign in and look at what stands already, so that the files take it over. Changes nothing.")
    private boolean existing;

    ExportCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        return existing ? besideWhatStands(settings, output) : offline(settings, output);
    }

    private ExitCode offline(Settings settings, Output output) {
        CliContext context = frame().context();
        Hosting hosting =
                Sessions.offline(settings, () -> context.rooms().externalIds().of(settings));
        Wanted wanted = new Wanted(settings, hosting, settings.aws().region().partition());
        write(settings, new Export(wanted, context.rooms().webhookDocument(), context.texts()::get), output);
        return ExitCode.OK;
    }

    private ExitCode besideWhatStands(Settings settings, Output output) {
        CliContext context = frame().context();
        try (Journal journal = context.rooms().journals().read(settings)) {
            Integration integration = connection.open(frame(), settings, journal, Connection.ThoughtSpot.IF_GIVEN);
            Observed observed = integration.observe();
            Plan plan = integration.plan(Aim.of(Scope.AWS, Set.of()), observed);
            Standing standing = Standing.of(observed);
            Export export = new Export(
                    integration.session().wanted(), standing, context.rooms().webhookDocument(), context.texts()::get);
            List<String> things =
                    standing.things().stream().map(ResourceId::toString).toList();
            write(settings, export, output);
            output.member("stands", things);
            output.say(
                    things.isEmpty()
                            ? context.texts().get("cli.export.nothing-stands")
                            : context.texts().get("cli.export.stands", String.join(", ", things)));
            plan.notes().forEach(output::note);
            export.notes(formats()).forEach(output::note);
            plan.conflicts().forEach(conflict -> output.failure(conflict.failure()));
            return plan.conflicts().isEmpty() ? ExitCode.OK : ExitCode.UNDECIDED;
        }
    }

    private Set<Format> formats() {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        choices.forEach(choice -> formats.addAll(choice.formats()));
        return formats;
    }

    private void write(Settings settings, Export export, Output output) {
        CliContext context = frame().context();
        Set<Format> formats = formats();
        folder.write(frame(), export.files(formats));
        if (formats.contains(Format.WEBHOOK) && settings.webhook().isEmpty())
            output.say(context.texts().get("cli.export.no-webhook"));
    }
}
