package io.spotdock.cli;

import org.jspecify.annotations.Nullable;

/** A terminal with a person at it; there is none when a script runs a command. */
public interface Terminal {
    /** What was typed; null at the end of input. */
    @Nullable
    String readLine();

    /** The same, with nothing shown while typing. */
    char @Nullable [] readSecret();

    /** How wide it is now; what terminals had from the beginning where that can't be known. */
    default int columns() {
        return 80;
    }
}
