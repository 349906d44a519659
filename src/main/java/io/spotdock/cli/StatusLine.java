package io.spotdock.cli;

import io.spotdock.domain.Unseen;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One passing line at the foot of a terminal that says what is going on; elsewhere nothing. Thread-safe. */
final class StatusLine {
    private final PrintStream err;
    private final boolean live;
    private boolean shown;
    private @Nullable ScheduledExecutorService ticker;

    StatusLine(PrintStream err, boolean live) {
        this.err = err;
        this.live = live;
    }

    boolean isLive() {
        return live;
    }

    synchronized void show(String text) {
        stop();
        write(text);
    }

    /** Counts down to nothing, second by second; whatever is shown or cleared next ends that. */
    synchronized void countDown(Duration time, Function<Duration, String> words) {
        stop();
        if (!live) return;
        long end = System.nanoTime() + time.toNanos();
        ScheduledExecutorService mine =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        ticker = mine;
        write(words.apply(time));
        var _ = mine.scheduleAtFixedRate(() -> tick(mine, end, words), 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void tick(ScheduledExecutorService whose, long end, Function<Duration, String> words) {
        // A ticker that was stopped just now may still be about to tick.
        if (whose.equals(ticker)) write(words.apply(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    synchronized void clear() {
        stop();
        if (!shown) return;
        err.print("\r\u001b[K");
        err.flush();
        shown = false;
    }

    private void write(String text) {
        if (!live) return;
        err.print("\r\u001b[K" + Unseen.shown(text));
        err.flush();
        shown = true;
    }

    private void stop() {
        if (ticker != null) ticker.shutdownNow();
        ticker = null;
    }
}
