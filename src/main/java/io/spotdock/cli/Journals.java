package io.spotdock.cli;

import io.spotdock.journal.FileJournal;
import io.spotdock.settings.Settings;

/** Opens the journal of an integration. */
public interface Journals {
    FileJournal read(Settings settings);

    /** @throws io.spotdock.domain.FailureException Conflict while another process has it open */
    FileJournal write(Settings settings);
}
