package io.spotdock.cli.fleet;

import io.spotdock.cli.Frame;
import io.spotdock.cli.LocalFiles;
import io.spotdock.cli.SettingsRefused;
import io.spotdock.domain.Fault;
import io.spotdock.settings.Problem;
import io.spotdock.settings.fleet.Manifest;
import io.spotdock.settings.fleet.ManifestChecked;
import io.spotdock.settings.fleet.ManifestFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The manifest of a fleet. */
final class ManifestOption {
    @Option(
            names = {"-m", "--manifest"},
            required = true,
            paramLabel = "MANIFEST",
            description = "The manifest: YAML or JSON, or CSV with a row for each integration.")
    private Path file = Path.of("");

    /** The file's whole path. */
    Path file(Frame frame) {
        return frame.context().directory().resolve(file).toAbsolutePath().normalize();
    }

    /** @throws SettingsRefused for one that something is wrong with, wherever it is */
    Manifest read(Frame frame) {
        Path path = frame.context().directory().resolve(file);
        return switch (LocalFiles.read("--manifest", path, ManifestFile::read)) {
            case ManifestChecked.Good(Manifest manifest, List<Fault> notes) -> {
                notes.forEach(frame.output()::note);
                yield manifest;
            }
            case ManifestChecked.Bad(List<Problem> problems) -> throw new SettingsRefused(file.toString(), problems);
        };
    }
}
