package io.spotdock.journal;

import java.nio.file.Path;

/** Opens the record of a fleet's runs. */
@FunctionalInterface
public interface RunRecords {
    /**
     * Opens it, alone.
     *
     * @param manifest its whole path
     * @throws io.spotdock.domain.FailureException Conflict while another process runs the same fleet
     */
    RunRecord open(String fleet, Path manifest);
}
