package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.journal.Journal;
import io.spotdock.settings.Settings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who am I, what may I do, what would stop me. */
@Command(
        name = "preflight",
        description = "Says who you are, what you may do, and what would stop you. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock preflight -s spotdock.yaml",
            "  spotdock preflight -s spotdock.yaml --profile admin --json"
        })
final class PreflightCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    PreflightCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            var integration = connection.open(frame(), settings, journal, Connection.ThoughtSpot.IF_GIVEN);
            integration.session().notes().forEach(output::note);
            new WayThrough(frame().context())
                    .notes(
                            settings.aws().profile(),
                            settings.thoughtSpot().host().map(ThoughtSpotHost::origin))
                    .forEach(output::note);
            List<CheckResult> results = integration.preflight(output);
            return Tally.of(results).tell(output, frame().context().texts());
        }
    }
}
