package io.spotdock.thoughtspot;

import io.spotdock.network.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** How long to wait before a request is made again, and when to give up. */
record Patience(InstantSource clock, Sleeper sleeper) {
    static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST = Duration.ofMillis(500);

    /** A server that asks for more is left alone, and the person told that it asks to slow down. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Makes a request that changes nothing, again where that may help. */
    Reply repeat(Supplier<Reply> request) {
        for (int attempt = 1; ; attempt++) {
            Reply reply = request.get();
            if (!reply.isTransient() || !waited(attempt, reply)) return reply;
        }
    }

    /** Waits as the reply or the back-off asks; false when that would be too long or too often. */
    boolean waited(int attempt, Reply reply) {
        if (attempt >= MOST_ATTEMPTS) return false;
        Duration backOff = FIRST.multipliedBy(1L << (attempt - 1));
        Duration asked = reply instanceof Reply.Answer answer ? retryAfter(answer) : Duration.ZERO;
        Duration pause = asked.compareTo(backOff) > 0 ? asked : backOff;
        if (pause.compareTo(LONGEST) > 0) return false;
        sleep(pause);
        return true;
    }

    void sleep(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Seconds or a date (RFC 9110 section 10.2.3); nonsense counts as nothing. */
    private Duration retryAfter(Reply.Answer answer) {
        Optional<String> header = answer.header("retry-after").map(String::strip);
        if (header.isEmpty()) return Duration.ZERO;
        String text = header.get();
        if (text.matches("[0-9]{1,9}")) return Duration.ofSeconds(Long.parseLong(text));
        try {
            ZonedDateTime date =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
            Duration until = Duration.between(clock.instant(), date.toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException _) {
            return Duration.ZERO;
        }
    }
}
