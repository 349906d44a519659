package io.spotdock.cli;

import picocli.CommandLine;

/** Commands of another room, which this one does not see: a command and those below it, for one run. */
public interface CommandFamily {
    /** The command's, known without making it. */
    String name();

    CommandLine of(Frame frame);
}
