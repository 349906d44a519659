package io.spotdock.service;

import io.spotdock.journal.Journal;
import io.spotdock.settings.Settings;

/** Opens the journal of an integration. */
public interface Journals {
    Journal read(Settings settings);

    /** @throws io.spotdock.domain.FailureException Conflict while another process has it open */
    Journal write(Settings settings);

    /** One journal for everything, for a sandbox that ends with the program. */
    static Journals of(Journal only) {
        return new Journals() {
            @Override
            public Journal read(Settings settings) {
                return only;
            }

            @Override
            public Journal write(Settings settings) {
                return only;
            }
        };
    }
}
