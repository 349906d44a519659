package io.spotdock.journal;

import io.spotdock.domain.FailureException;
import java.nio.file.Path;

/** The journals on this computer, one file for each integration. A process has one of these for each folder. */
public final class FileJournals {
    private final Path folder;
    private final Locks locks = new Locks();

    public FileJournals(DataDirectory directory) {
        folder = directory.path().resolve("journals");
    }

    /** Opens for reading; the file need not exist. */
    public Journal read(IntegrationName integration) {
        return new FileJournal(LineFile.read(file(integration)));
    }

    /**
     * Opens for writing.
     *
     * @throws FailureException Conflict while another process, or another part of this one, has it open; Invalid when the
     *     file can't be written
     */
    public Journal write(IntegrationName integration) {
        return new FileJournal(LineFile.write(file(integration), locks, "fault.journal.locked"));
    }

    private Path file(IntegrationName integration) {
        return folder.resolve(integration.value() + ".ndjson");
    }
}
