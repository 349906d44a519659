package io.spotdock.journal;

import io.spotdock.domain.Fault;

/**
 * A line of a journal that was not taken in whole.
 *
 * @param line from 1
 */
public record Unread(int line, Why why) {
    /** What is the matter with it. */
    public enum Why {
        /**
         * Cut off or damaged. A write that a crash or a full disk cut short leaves such a line, and means nothing: a change
         * is begun only once its line is on disk, and what it may have come to is known from that.
         */
        DAMAGED,
        /** It says more than this version of Spotdock understands. */
        NEWER
    }

    /** For a person. */
    public Fault said() {
        return switch (why) {
            case DAMAGED -> Fault.of("note.journal.damaged", line);
            case NEWER -> Fault.of("note.journal.newer", line);
        };
    }
}
