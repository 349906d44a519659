package io.spotdock.log;

import io.spotdock.domain.Telltales;
import io.spotdock.domain.Unseen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A line of the log: when, how grave, which process, who says it, what. */
final class Line {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final String OURS = "io.spotdock.";

    private Line() {}

    static String of(
            Instant at, String level, long process, String logger, String message, Optional<Throwable> thrown) {
        String name = logger.startsWith(OURS) ? logger.substring(OURS.length()) : logger;
        String line = TIME.format(at.atZone(ZoneId.systemDefault())) + " " + " ".repeat(Math.max(0, 5 - level.length()))
                + level + " [" + process + "] " + name + ": " + single(Telltales.hide(message));
        return thrown.map(it -> line + "\n" + Trace.of(it)).orElse(line);
    }

    /** What others wrote must not look like a line of ours. */
    static String single(String text) {
        return Unseen.shown(text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace('\t', ' '));
    }
}
