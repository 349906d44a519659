package io.spotdock.gui.step;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where a file is to go. Empty when they thought better of it. */
public interface FileChoices {
    /**
     * Where to save a file; the dialog has asked already whether one that is there may be replaced.
     *
     * @param suggested its name, whose ending says what kind of file it is
     */
    Optional<Path> save(String title, String suggested);

    /** In which folder to put several files. */
    Optional<Path> folder(String title);
}
