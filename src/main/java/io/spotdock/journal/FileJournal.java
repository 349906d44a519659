package io.spotdock.journal;

import io.spotdock.domain.FailureException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A journal as lines of JSON in a file of its own. */
public final class FileJournal implements Journal {
    private final LineFile file;

    private FileJournal(LineFile file) {
        this.file = file;
    }

    /** Opens for reading; the file need not exist. */
    public static FileJournal read(DataDirectory directory, IntegrationName integration) {
        return new FileJournal(LineFile.read(file(directory, integration)));
    }

    /**
     * Opens for writing.
     *
     * @throws FailureException Conflict while another process has it open
     */
    public static FileJournal write(DataDirectory directory, IntegrationName integration) {
        return new FileJournal(LineFile.write(file(directory, integration), "fault.journal.locked"));
    }

    private static Path file(DataDirectory directory, IntegrationName integration) {
        return directory.path().resolve("journals").resolve(integration.value() + ".ndjson");
    }

    @Override
    public void append(Entry entry) {
        file.append(EntryJson.write(entry));
    }

    @Override
    public List<Entry> entries() {
        return file.lines().stream()
                .map(EntryJson::read)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        file.close();
    }
}
