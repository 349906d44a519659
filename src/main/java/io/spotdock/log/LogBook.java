package io.spotdock.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The log, to the front ends. */
public interface LogBook {
    /** The files there are, the newest first. */
    List<Path> files();

    /** From now on so much is written. */
    void setLevel(LogLevel level);

    /** Why nothing can be written; empty while all is well. */
    Optional<String> trouble();

    /** Of a process that keeps none. */
    LogBook NONE = new LogBook() {
        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public void setLevel(LogLevel level) {}

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }
    };
}
