package io.spotdock.cli.fleet;

import io.spotdock.cli.Style;

/** How an integration fared, in a word; in the order of totals. */
enum Fate {
    DONE("done"),
    PASSED("passed"),
    IN_PLACE("in-place"),
    DONE_ALREADY("done-already"),
    CHANGES("changes"),
    LOOK("look"),
    CONFLICT("conflict"),
    FAILED("failed"),
    STOPPED("stopped"),
    LEFT_OUT("left-out"),
    CANCELLED("cancelled");

    private final String id;

    Fate(String id) {
        this.id = id;
    }

    /** The word for programs, and the end of its text's key. */
    String id() {
        return id;
    }

    boolean isBad() {
        return this == CONFLICT || this == FAILED || this == STOPPED;
    }

    String marked(Style style, String word) {
        return switch (this) {
            case DONE, PASSED -> style.good(word);
            case IN_PLACE, DONE_ALREADY -> style.quiet(word);
            case CHANGES, LOOK, LEFT_OUT, CANCELLED -> style.look(word);
            case CONFLICT, FAILED, STOPPED -> style.bad(word);
        };
    }
}
