package io.spotdock;

import io.spotdock.journal.DataDirectory;
import io.spotdock.journal.FileJournals;
import io.spotdock.journal.IntegrationName;
import io.spotdock.journal.Journal;
import io.spotdock.service.Journals;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** Journals as files, as the program keeps them. */
public final class JournalsIn implements Journals {
    private final FileJournals files;

    public JournalsIn(Path directory) {
        files = new FileJournals(new DataDirectory(directory));
    }

    @Override
    public Journal read(Settings settings) {
        return files.read(name(settings));
    }

    @Override
    public Journal write(Settings settings) {
        return files.write(name(settings));
    }

    private static IntegrationName name(Settings settings) {
        return IntegrationName.of(settings.aws().accountId(), settings.role().name(), Optional.empty());
    }
}
