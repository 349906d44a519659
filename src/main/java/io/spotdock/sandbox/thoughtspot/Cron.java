package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * When a schedule is due: a cron expression of ThoughtSpot, whose minutes are multiples of 5. Each field is {@code *},
 * {@code ?}, a number, a range, a step or a list of those; days of the week count from 1, a Sunday.
 */
final class Cron {
    private static final List<String> FIELDS =
            List.of("second", "minute", "hour", "day_of_month", "month", "day_of_week");

    private final ObjectNode given;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekDays;

    private Cron(ObjectNode given, Body body) {
        this.given = given;
        set(body, "second", 0, 59);
        minutes = set(body, "minute", 0, 59);
        hours = set(body, "hour", 0, 23);
        days = set(body, "day_of_month", 1, 31);
        months = set(body, "month", 1, 12);
        weekDays = set(body, "day_of_week", 1, 7);
        if (minutes.stream().anyMatch(minute -> minute % 5 != 0))
            throw ApiError.invalid(body.at("minute") + " must be a multiple of 5");
    }

    static Cron read(Body body) {
        ObjectNode given = Replies.object();
        for (String field : FIELDS) given.put(field, body.needText(field));
        return new Cron(given, body);
    }

    ObjectNode json() {
        ObjectNode json = Replies.object();
        json.set("cron_expression", given.deepCopy());
        return json;
    }

    /** The first time after {@code instant}; empty where there is none within the year. */
    Optional<Instant> next(Instant instant, ZoneId zone) {
        ZonedDateTime end = instant.atZone(zone).plusDays(366);
        ZonedDateTime time = instant.atZone(zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(5L * (instant.atZone(zone).getMinute() / 5 + 1));
        for (; time.isBefore(end); time = time.plusMinutes(5)) if (matches(time)) return Optional.of(time.toInstant());
        return Optional.empty();
    }

    private boolean matches(ZonedDateTime time) {
        return minutes.get(time.getMinute())
                && hours.get(time.getHour())
                && days.get(time.getDayOfMonth())
                && months.get(time.getMonthValue())
                && weekDays.get(time.getDayOfWeek().getValue() % 7 + 1);
    }

    private static BitSet set(Body body, String field, int lowest, int highest) {
        BitSet set = new BitSet();
        try {
            for (String part : body.needText(field).split(",", -1)) add(set, part.strip(), lowest, highest);
        } catch (NumberFormatException _) {
            throw ApiError.invalid(body.at(field) + " is not a valid cron field");
        }
        if (set.isEmpty() || set.nextSetBit(0) < lowest || set.length() - 1 > highest)
            throw ApiError.invalid(body.at(field) + " must be between " + lowest + " and " + highest);
        return set;
    }

    private static void add(BitSet set, String part, int lowest, int highest) {
        String[] step = part.split("/", 2);
        int by = step.length == 2 ? Integer.parseUnsignedInt(step[1]) : 1;
        if (by == 0) throw new NumberFormatException(part);
        int from = lowest;
        int to = highest;
        if (!step[0].equals("*") && !step[0].equals("?")) {
            String[] range = step[0].split("-", 2);
            from = Integer.parseUnsignedInt(range[0]);
            to = range.length == 2 ? Integer.parseUnsignedInt(range[1]) : step.length == 2 ? highest : from;
        }
        if (to > 99) throw new NumberFormatException(part);
        for (int value = from; value <= to; value += by) set.set(value);
    }
}
