package io.spotdock.aws;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far this computer's clock is from AWS's, told from AWS's answer: positive when ours is fast. AWS accepts five to
 * fifteen minutes, depending on the service.
 */
final class ClockSkew {
    /** S3 refuses no less (S3 API Reference, "Error responses", RequestTimeTooSkewed). */
    static final Duration TOLERANCE_OF_S3 = Duration.ofMinutes(15);

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
    private static final String TIME = "([0-9]{8}T[0-9]{6}Z)";

    /** "Signature expired: OURS is now earlier than LIMIT (THEIRS - 15 min.)", and the same with "not yet current". */
    private static final Pattern SENTENCE =
            Pattern.compile("Signature (?:expired|not yet current): " + TIME + "[^(]*\\(" + TIME);

    private ClockSkew() {}

    static Optional<Duration> ofText(String text) {
        Matcher matcher = SENTENCE.matcher(text);
        if (!matcher.find()) return Optional.empty();
        try {
            return Optional.of(Duration.between(time(matcher.group(2)), time(matcher.group(1))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant time(String text) {
        return BASIC.parse(text, Instant::from);
    }

    /** From the {@code Date} header of any answer. */
    static Optional<Duration> ofDate(String header, Instant now) {
        try {
            Instant theirs = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(theirs, now));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
