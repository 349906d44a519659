package io.spotdock.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Completion for shells, made of the commands themselves so that it can't be out of date. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in your shell.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(spotdock completion bash)", "  spotdock completion zsh > ~/.zsh/spotdock.zsh"})
final class CompletionCommand extends Verb {
    /** The shells; one script serves both. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        String script = AutoComplete.bash("spotdock", spec.root().commandLine());
        output.print(script);
        output.member("shell", shell.name());
        output.member("script", script);
        return ExitCode.OK;
    }
}
