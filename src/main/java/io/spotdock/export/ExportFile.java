package io.spotdock.export;

import java.util.Arrays;

/**
 * A file to be handed on.
 *
 * @param path relative, with slashes, and staying below the folder it is written to
 * @param content with {@code \n} at the end of each line
 * @param executable whether it is a script to be run
 */
public record ExportFile(String path, String content, boolean executable) {
    public ExportFile {
        boolean strays = Arrays.stream(path.split("/", -1)).anyMatch(part -> part.isEmpty() || part.matches("\\.+"));
        if (strays || path.contains("\\") || path.contains(":"))
            throw new IllegalArgumentException("not a path below a folder: " + path);
    }

    /** The same in a folder. */
    public ExportFile below(String folder) {
        return new ExportFile(folder + "/" + path, content, executable);
    }

    static ExportFile of(String path, String content) {
        return new ExportFile(path, content, false);
    }
}
