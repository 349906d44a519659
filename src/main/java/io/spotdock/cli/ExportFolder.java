package io.spotdock.cli;

import io.spotdock.export.ExportFile;
import io.spotdock.export.ExportWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The folder that files for a cloud team are written to. */
public final class ExportFolder {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; it is made where it is missing.")
    private Path directory = Path.of("");

    @Option(names = "--force", description = "Replace files that are there with another content.")
    private boolean force;

    /** Writes them, and lists them as the command's result. */
    public void write(Frame frame, List<ExportFile> files) {
        Path folder = frame.context().directory().resolve(directory);
        ExportWriter.write(folder, files, force);
        List<String> paths = files.stream().map(ExportFile::path).toList();
        Output output = frame.output();
        output.member("directory", folder.toString());
        output.member("files", paths);
        output.print(String.join("\n", paths) + "\n");
        output.say(frame.context().texts().get("cli.export.written", files.size(), folder));
    }
}
