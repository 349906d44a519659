package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String after(String now, String zone) {
        return ScheduledTime.after(Instant.parse(now), ZoneId.of(zone)).at().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-03T10:02:00Z, 2026-08-03T12:05+02:00[Europe/Berlin]",
        "2026-08-03T10:04:00Z, 2026-08-03T12:05+02:00[Europe/Berlin]",
        "2026-08-03T10:04:00.001Z, 2026-08-03T12:10+02:00[Europe/Berlin]",
        "2026-08-03T10:05:00Z, 2026-08-03T12:10+02:00[Europe/Berlin]",
        "2026-08-03T10:58:59Z, 2026-08-03T13:00+02:00[Europe/Berlin]",
        "2026-08-03T10:59:01Z, 2026-08-03T13:05+02:00[Europe/Berlin]",
        "2026-08-03T21:57:00Z, 2026-08-04T00:00+02:00[Europe/Berlin]",
        "2026-12-31T22:58:30Z, 2027-01-01T00:00+01:00[Europe/Berlin]"
    })
    void itIsTheNextMultipleOfFiveMinutesThatIsAMinuteAhead(String now, String due) {
        assertThat(after(now, "Europe/Berlin")).isEqualTo(due);
    }

    @Test
    void whereClocksGoForwardTheHourThatIsLeftOutIsNeverMeant() {
        assertThat(after("2026-03-29T00:57:00Z", "Europe/Berlin")).isEqualTo("2026-03-29T03:00+02:00[Europe/Berlin]");
    }

    /** A cron expression of 02:30 would not say whether the first or the second is meant. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:27:00Z, 2026-10-25T00:30Z[Etc/UTC]",
        "2026-10-25T01:27:00Z, 2026-10-25T01:30Z[Etc/UTC]",
        "2026-10-24T23:57:00Z, 2026-10-25T00:00Z[Etc/UTC]",
        "2026-10-24T23:52:00Z, 2026-10-25T01:55+02:00[Europe/Berlin]",
        "2026-10-25T01:57:00Z, 2026-10-25T03:00+01:00[Europe/Berlin]"
    })
    void whereClocksShowATimeTwiceItIsToldInUtc(String now, String due) {
        assertThat(after(now, "Europe/Berlin")).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kathmandu, 15:50",
        "Australia/Lord_Howe, 20:35",
        "America/St_Johns, 07:35",
        "Pacific/Kiritimati, 00:05"
    })
    void offsetsOfHalvesAndQuartersOfAnHourAreNoTrouble(String zone, String time) {
        assertThat(ScheduledTime.after(Instant.parse("2026-08-03T10:02:00Z"), ZoneId.of(zone)))
                .hasToString(time + " " + zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "+02:00", "UTC+02:00", "GMT-3"})
    void aZoneWithoutANameThatOthersKnowIsUtc(String zone) {
        assertThat(ScheduledTime.after(Instant.parse("2026-08-03T10:02:00Z"), ZoneId.of(zone)))
                .hasToString("10:05 Etc/UTC");
    }

    @Test
    void wheneverItIsAskedItIsAtLeastAMinuteAndLessThanSixMinutesAhead() {
        for (Instant now = Instant.parse("2026-10-24T22:00:00Z");
                now.isBefore(Instant.parse("2026-10-25T04:00:00Z"));
                now = now.plusSeconds(17)) {
            Duration ahead =
                    Duration.between(now, ScheduledTime.after(now, BERLIN).instant());
            assertThat(ahead).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(360));
        }
    }

    @Test
    void anyOtherTimeIsRefused() {
        ZonedDateTime time = ZonedDateTime.of(2026, 8, 3, 10, 5, 0, 0, ZoneOffset.UTC);
        assertThat(new ScheduledTime(time).instant()).isEqualTo("2026-08-03T10:05:00Z");
        assertThatThrownBy(() -> new ScheduledTime(time.plusMinutes(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScheduledTime(time.plusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
