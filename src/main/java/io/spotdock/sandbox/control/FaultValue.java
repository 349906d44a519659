package io.spotdock.sandbox.control;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Release;
import java.time.DateTimeException;
import java.time.Duration;

/** What stands after the name of a fault. */
public enum FaultValue {
    NONE,
    /** How many times; once when it is not said. */
    COUNT,
    MILLIS,
    /** {@code 20s}, {@code 5m}, {@code -1h}, or ISO-8601. */
    TIME,
    /** A number of decisions, or a time to come. */
    DELAY,
    /** IAM's actions, with commas in between. */
    ACTIONS,
    BUCKET_NAME,
    ACCOUNT_ID,
    EXTERNAL_ID,
    /** A status, {@code redirect}, {@code slow} or {@code refused}. */
    ANSWER,
    /** A release of ThoughtSpot, such as {@code 26.3.0.cl}. */
    RELEASE;

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** @param value empty where none was given */
    public boolean accepts(String value) {
        return switch (this) {
            case NONE -> value.isEmpty();
            case COUNT -> value.matches("[0-9]{0,9}");
            case MILLIS -> value.matches("[0-9]{1,9}");
            case TIME -> isTime(value);
            case DELAY -> value.matches("[0-9]{1,9}") || !value.startsWith("-") && isTime(value);
            case ACTIONS -> value.matches("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+(, *[A-Za-z0-9-]+:[A-Za-z0-9*?]+)*");
            case BUCKET_NAME -> BucketName.parse(value).good().isPresent();
            case ACCOUNT_ID -> AccountId.parse(value).good().isPresent();
            case EXTERNAL_ID -> ExternalId.parse(value).good().isPresent();
            case ANSWER -> value.matches("[1-5][0-9]{2}|redirect|slow|refused");
            case RELEASE -> Release.parse(value).isPresent();
        };
    }

    private static boolean isTime(String value) {
        if (!value.matches("-?([0-9]{1,9}[smhSMH]|PT.+)")) return false;
        try {
            return duration(value).abs().compareTo(LONGEST) < 0;
        } catch (DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    /** @param time that {@link #TIME} accepts */
    public static Duration duration(String time) {
        String iso = time.startsWith("P") || time.startsWith("-P") ? time : "PT" + time;
        return Duration.parse(iso.replace("PT-", "-PT"));
    }
}
