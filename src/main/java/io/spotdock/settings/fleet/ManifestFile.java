package io.spotdock.settings.fleet;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The manifest of a fleet: YAML or JSON with {@code spotdock-fleet: 1} at its head, or a CSV file with a row for each
 * integration.
 */
public final class ManifestFile {
    private ManifestFile() {}

    /**
     * Reads a manifest, and the CSV file that it may name.
     *
     * @throws IOException when the manifest cannot be read as bytes; all else that is wrong is in the result
     */
    public static ManifestChecked read(Path file) throws IOException {
        return new ManifestReader(file).read();
    }

    /** The JSON Schema (2020-12) of a manifest that is not CSV: the settings' own, with all of an integration optional. */
    public static String schema() {
        return ManifestSchema.text();
    }
}
