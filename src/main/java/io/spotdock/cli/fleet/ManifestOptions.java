package io.spotdock.cli.fleet;

import io.spotdock.cli.CliContext;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The manifest a command works on, what of it is meant, and what stands above it. */
final class ManifestOptions {
    @Option(
            names = {"-m", "--manifest"},
            required = true,
            paramLabel = "MANIFEST",
            description = "The manifest: YAML or JSON, or CSV with a row for each integration.")
    private Path file = Path.of("");

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private Above above = new Above();

    /** @throws SettingsRefused for a manifest that something is wrong with, wherever it is */
    Chosen load(Frame frame) {
        CliContext context = frame.context();
        Path path = context.directory().resolve(file);
        return switch (LocalFiles.read("--manifest", path, ManifestFile::read)) {
            case ManifestChecked.Good(Manifest manifest, List<Fault> notes) -> {
                notes.forEach(frame.output()::note);
                yield new Chosen(
                        manifest.name(),
                        path.toAbsolutePath().normalize(),
                        manifest.signIns(),
                        above.put(selection.of(manifest.entries()), context));
            }
            case ManifestChecked.Bad(List<Problem> problems) -> throw new SettingsRefused(file.toString(), problems);
        };
    }
}
