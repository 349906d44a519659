package io.spotdock.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the wizard; wired by {@code app}, since the command line knows no toolkit. */
@FunctionalInterface
public interface Window {
    /**
     * Shows the wizard until it is closed.
     *
     * @param settings a file to begin with
     * @param sandbox whether to begin in a sandbox
     * @param opened run once, after the window is there and beside it
     * @throws io.spotdock.domain.FailureException Unreachable where there is no display
     */
    void show(Optional<Path> settings, boolean sandbox, Runnable opened) throws InterruptedException;
}
