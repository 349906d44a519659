package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.Drift.Odd;
import io.spotdock.check.Drift.Side;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of three sides is the odd one. {@code -} is nothing there, {@code ?} not seen. */
class DriftTest {
    @ParameterizedTest
    @CsvSource({
        "a, a, a, NONE",
        "a, ?, ?, NONE",
        "a, a, ?, NONE",
        "-, -, -, NONE",
        "a, b, b, SETTINGS",
        "-, b, b, SETTINGS",
        "a, b, a, AWS",
        "a, -, a, AWS",
        "a, b, ?, AWS",
        "a, a, b, WEBHOOK",
        "a, a, -, WEBHOOK",
        "a, ?, b, WEBHOOK",
        "-, -, b, WEBHOOK",
        "a, b, c, ALL",
        "a, b, -, ALL",
    })
    void theSideThatDiffersIsNamed(String settings, String aws, String webhook, Odd odd) {
        assertThat(drift(settings, aws, webhook).odd()).isEqualTo(odd);
    }

    @Test
    void oneOfSeveralValuesThatAwsLetsInIsEnough() {
        Drift drift = new Drift("field.prefix", Optional.of("a"), new Side.Seen(Set.of("a", "b")), side("a"));
        assertThat(drift.isThere()).isFalse();
    }

    @Test
    void aDifferenceInCaseOnlyIsToldApart() {
        assertThat(drift("ts-Abc", "ts-abc", "ts-Abc").onlyInCase()).isTrue();
        assertThat(drift("ts-Abc", "ts-Abc", "ts-Abc").onlyInCase()).isFalse();
        assertThat(drift("ts-Abc", "other", "ts-Abc").onlyInCase()).isFalse();
    }

    private static Drift drift(String settings, String aws, String webhook) {
        return new Drift("field.region", text(settings), side(aws), side(webhook));
    }

    private static Side side(String value) {
        return value.equals("?") ? new Side.Unseen() : Side.of(text(value));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(some -> !some.equals("-"));
    }
}
