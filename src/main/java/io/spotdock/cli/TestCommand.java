package io.spotdock.cli;

import io.spotdock.journal.Journal;
import io.spotdock.service.Integration;
import io.spotdock.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The live test. */
@Command(
        name = "test",
        description = "Checks every link of the chain, and has ThoughtSpot write a file. Test files are removed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock test -s spotdock.yaml",
            "  spotdock test -s spotdock.yaml --size 26214400",
            "  spotdock test -s spotdock.yaml --json | tail -n 1 | jq '.checks[] | select(.status == \"failed\")'"
        })
final class TestCommand extends Verb {
    /** ThoughtSpot delivers up to 25 MB. */
    private static final int LARGEST = 25 * 1024 * 1024;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            description = "The size of your own test file, up to 25 MB (default: ${DEFAULT-VALUE}).")
    private int size = 1024;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TestCommand(Frame frame) {
        super(frame);
    }

    @Override
    ExitCode run(Output output) {
        if (size < 1 || size > LARGEST)
            throw new ParameterException(
                    spec.commandLine(), frame().context().texts().get("cli.test.size", String.valueOf(LARGEST)));
        Settings settings = connection.settings(frame());
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            Integration integration = connection.open(frame(), settings, journal, Connection.ThoughtSpot.IF_GIVEN);
            integration.session().notes().forEach(output::note);
            return Tally.test(integration, size, output, frame().context().texts());
        }
    }
}
