package io.spotdock.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/** The command line's root. */
@Command(
        name = "spotdock",
        description = {
            "Sets up ThoughtSpot's webhook delivery into an Amazon S3 bucket, and proves that it works.",
            "With no command it opens the wizard."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock init -o spotdock.yaml",
            "  spotdock plan -s spotdock.yaml",
            "  spotdock apply -s spotdock.yaml --yes",
            "  spotdock demo"
        })
final class Spotdock extends Verb {
    Spotdock(Frame frame) {
        super(frame);
    }

    @Override
    boolean opensWindow() {
        return true;
    }

    @Override
    protected ExitCode run(Output output) throws InterruptedException {
        frame().context().window().show(Optional.empty(), false, frame().record()::begin);
        return ExitCode.OK;
    }
}
