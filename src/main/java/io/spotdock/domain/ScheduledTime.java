package io.spotdock.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time at which ThoughtSpot can run a schedule: its minutes are multiples of five (REST API v2,
 * {@code schedules/create}), and its zone is one of the tz database.
 */
public record ScheduledTime(ZonedDateTime at) {
    private static final int STEP = 5;

    /** A schedule that is made later than it is due would wait for a year. */
    private static final Duration HEADWAY = Duration.ofSeconds(60);

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    public ScheduledTime {
        if (!isOnStep(at) || !at.truncatedTo(ChronoUnit.MINUTES).equals(at))
            throw new IllegalArgumentException("not a multiple of five minutes: " + at);
    }

    /**
     * The next one that is at least a minute ahead, in this zone; in UTC where the zone has no name that others know, or
     * where its clocks show that time twice, so that it would not be clear which is meant.
     */
    public static ScheduledTime after(Instant now, ZoneId zone) {
        ZonedDateTime at = roundedUp(now.plus(HEADWAY).atZone(named(zone)));
        boolean clear =
                at.getZone().getRules().getValidOffsets(at.toLocalDateTime()).size() == 1;
        return new ScheduledTime(clear ? at : roundedUp(now.plus(HEADWAY).atZone(UTC)));
    }

    private static ZoneId named(ZoneId zone) {
        return ZoneId.getAvailableZoneIds().contains(zone.getId()) ? zone : UTC;
    }

    private static ZonedDateTime roundedUp(ZonedDateTime earliest) {
        ZonedDateTime time = earliest.truncatedTo(ChronoUnit.MINUTES);
        if (time.isBefore(earliest)) time = time.plusMinutes(1);
        while (!isOnStep(time)) time = time.plusMinutes(1);
        return time;
    }

    private static boolean isOnStep(ZonedDateTime time) {
        return time.getMinute() % STEP == 0;
    }

    public Instant instant() {
        return at.toInstant();
    }

    public ZoneId zone() {
        return at.getZone();
    }

    /** Such as {@code 14:05 Europe/Berlin}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d %s", at.getHour(), at.getMinute(), zone());
    }
}
