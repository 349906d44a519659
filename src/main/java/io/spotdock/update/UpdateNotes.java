package io.spotdock.update;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.journal.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The file that {@link Notes} are kept in. */
public final class UpdateNotes {
    private static final String NAME = "updates";

    private final DataDirectory directory;
    private final Path file;

    public UpdateNotes(DataDirectory directory) {
        this.directory = directory;
        file = directory.path().resolve(NAME);
    }

    /** What is remembered; nothing where it can't be read, as then it can't be written either. */
    Notes read() {
        try {
            return Files.exists(file) ? Notes.read(Files.readAllLines(file)) : Notes.NONE;
        } catch (IOException _) {
            return Notes.NONE;
        }
    }

    /** @throws FailureException Invalid when the folder can't be written to */
    synchronized void change(UnaryOperator<Notes> change) {
        try {
            directory.replace(NAME, change.apply(read()).write());
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid(NAME, Fault.of("fault.journal.unwritable", file), e.toString()), e);
        }
    }
}
