package io.spotdock.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of what Spotdock itself does is written down. Libraries never say more than their warnings, whatever it is. */
public enum LogLevel {
    OFF,
    ERROR,
    WARN,
    /** Each command with its end, each call to the outside, each event. */
    INFO,
    /** Also the other side's own words, without secrets. */
    DEBUG;

    /** Reads what people write; upper and lower case are alike. */
    public static Optional<LogLevel> of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
