package io.spotdock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line's root. */
@Command(
        name = "spotdock",
        description = "Sets up ThoughtSpot's webhook delivery into an Amazon S3 bucket, and proves that it works.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock init -o spotdock.yaml",
            "  spotdock plan -s spotdock.yaml",
            "  spotdock apply -s spotdock.yaml --yes",
            "  spotdock demo"
        })
final class Spotdock extends Verb {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    Spotdock(Frame frame) {
        super(frame);
    }

    @Override
    ExitCode run(Output output) {
        output.print(spec.commandLine().getUsageMessage(spec.commandLine().getColorScheme()));
        return ExitCode.OK;
    }
}
