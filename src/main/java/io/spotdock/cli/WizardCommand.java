package io.spotdock.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The desktop wizard. */
@Command(
        name = "wizard",
        description = "Opens the wizard in a window; so does spotdock with no command.",
        footerHeading = "%nExamples:%n",
        footer = {"  spotdock wizard", "  spotdock wizard --settings spotdock.yaml", "  spotdock wizard --sandbox"})
final class WizardCommand extends Verb {
    @Option(
            names = {"-s", "--settings"},
            paramLabel = "FILE",
            description = "A settings file to begin with, YAML or JSON.")
    private @Nullable Path settings;

    @Option(names = "--sandbox", description = "Begin in a sandbox of the wizard's own.")
    private boolean sandbox;

    WizardCommand(Frame frame) {
        super(frame);
    }

    @Override
    boolean opensWindow() {
        return true;
    }

    @Override
    protected ExitCode run(Output output) throws InterruptedException {
        CliContext context = frame().context();
        // Read here, so that a wrong path is told where it was typed; the window shows what is wrong inside the file.
        Optional<Path> file = Optional.ofNullable(settings).map(context.directory()::resolve);
        file.ifPresent(path -> LocalFiles.read("--settings", path, io.spotdock.settings.SettingsFile::read));
        context.window().show(file, sandbox, frame().record()::begin);
        return ExitCode.OK;
    }
}
