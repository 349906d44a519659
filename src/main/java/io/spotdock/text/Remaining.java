package io.spotdock.text;

import java.time.Duration;
import java.util.Locale;

/** What is left of a wait, as a clock shows it: {@code 4:10}. */
public final class Remaining {
    private Remaining() {}

    /** @param left one that is over counts as zero; a second that has begun counts whole */
    public static String of(Duration left) {
        long seconds = Math.max(0, Math.ceilDiv(left.toMillis(), 1000));
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
