package io.spotdock.domain.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Values of the operators that do not compare texts. A policy's value that is none of its type can't be judged; AWS
 * refuses most of them when the policy is stored.
 */
final class TypedValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final Pattern EPOCH = Pattern.compile("-?[0-9]{1,12}");

    private TypedValues() {}

    static Match sameTruth(String wanted, String given) {
        if (!wanted.equalsIgnoreCase("true") && !wanted.equalsIgnoreCase("false"))
            return Match.unknown("a value that is neither true nor false");
        return Match.of(wanted.equalsIgnoreCase(given));
    }

    static Match numbers(String wanted, String given, IntPredicate order) {
        if (!NUMBER.matcher(wanted).matches() || !NUMBER.matcher(given).matches())
            return Match.unknown("a value that is not a number");
        return Match.of(order.test(new BigDecimal(given).compareTo(new BigDecimal(wanted))));
    }

    static Match dates(String wanted, String given, IntPredicate order) {
        Optional<Instant> limit = date(wanted);
        Optional<Instant> now = date(given);
        if (limit.isEmpty() || now.isEmpty()) return Match.unknown("a value that is not a date");
        return Match.of(order.test(now.get().compareTo(limit.get())));
    }

    static Match sameBytes(String wanted, String given) {
        try {
            return Match.of(Arrays.equals(
                    Base64.getDecoder().decode(wanted), Base64.getDecoder().decode(given)));
        } catch (IllegalArgumentException _) {
            return Match.unknown("a value that is not base64");
        }
    }

    /** The forms of ISO 8601 that the W3C note "Date and Time Formats" lists, or seconds since 1970. */
    private static Optional<Instant> date(String text) {
        try {
            if (text.length() == 4) return Optional.of(midnight(Year.parse(text).atDay(1)));
            if (EPOCH.matcher(text).matches()) return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            if (text.length() == 7)
                return Optional.of(midnight(YearMonth.parse(text).atDay(1)));
            if (text.length() == 10) return Optional.of(midnight(LocalDate.parse(text)));
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
