package io.spotdock.cli;

import io.spotdock.journal.DataDirectory;
import io.spotdock.log.LogBook;

/** What Spotdock keeps on this computer: its folder, and the log in it. */
public record OwnFiles(DataDirectory directory, LogBook log) {}
