package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTest {
    @ParameterizedTest
    @CsvSource({"0, 0:00", "1, 0:01", "1000, 0:01", "59001, 1:00", "250000, 4:10", "3600000, 60:00", "-5, 0:00"})
    void aSecondThatHasBegunCounts(long millis, String shown) {
        assertThat(Remaining.of(Duration.ofMillis(millis))).isEqualTo(shown);
    }
}
