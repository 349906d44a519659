package io.spotdock.cli;

import picocli.CommandLine;

/** Commands of another room, which this one does not see: a command and those below it, for one run. */
@FunctionalInterface
public interface CommandFamily {
    CommandLine of(Frame frame);
}
