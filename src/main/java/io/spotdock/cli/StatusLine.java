package io.spotdock.cli;

import java.io.PrintStream;

/** One passing line at the foot of a terminal that says what is going on; elsewhere nothing. */
final class StatusLine {
    private final PrintStream err;
    private final boolean live;
    private boolean shown;

    StatusLine(PrintStream err, boolean live) {
        this.err = err;
        this.live = live;
    }

    void show(String text) {
        if (!live) return;
        err.print("\r\u001b[K" + text);
        err.flush();
        shown = true;
    }

    void clear() {
        if (!shown) return;
        err.print("\r\u001b[K");
        err.flush();
        shown = false;
    }
}
