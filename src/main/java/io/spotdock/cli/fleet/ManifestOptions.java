package io.spotdock.cli.fleet;

import io.spotdock.cli.Frame;
import io.spotdock.settings.fleet.Manifest;
import picocli.CommandLine.Mixin;

/** The manifest a command works on, what of it is meant, and what stands above it. */
final class ManifestOptions {
    @Mixin
    private ManifestOption file = new ManifestOption();

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private Above above = new Above();

    Chosen load(Frame frame) {
        Manifest manifest = file.read(frame);
        return new Chosen(
                manifest.name(),
                file.file(frame),
                manifest.signIns(),
                above.put(selection.of(manifest.entries()), frame.context()));
    }
}
