package io.spotdock.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Unseen;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.HostileText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever others say, it stays on its line of the log, and what looks like a secret is left out of it. */
@FuzzTest
class LineFuzzTest {
    private static final String SIGNS = "abcXYZ0189";
    private static final String BREAKS = "a \r\n\u2028\u2029\u0085\u000b\u000c\u001b[31m\u0007\u0000\\";

    private static String line(String message) {
        return Line.of(Instant.EPOCH, "INFO", 1, "io.spotdock.aws.X", message, Optional.empty());
    }

    @Test
    void nothingThatIsSaidBeginsALineOrActsOnATerminal(Fuzz fuzz) {
        fuzz.run("log lines", 3_000, random -> {
            String said =
                    HostileText.any(random, 200) + HostileText.of(random, BREAKS, 50) + HostileText.any(random, 50);
            assertThat(line(said)).satisfies(line -> assertThat(Unseen.in(line)).isFalse());
        });
    }

    @Test
    void aSecretIsLeftOutWhateverStandsAroundIt(Fuzz fuzz) {
        List<String> ways = List.of(
                "Authorization: Bearer %s",
                "password=%s",
                "\"secret_key\": \"%s\"",
                "https://x/y?token=%s&z=1",
                "https://user:%s@example.com/",
                "x-amz-security-token: %s");
        fuzz.run("log lines", 2_000, random -> {
            String secret = "s3cr3t" + HostileText.of(random, SIGNS, 30) + "0end0";
            String way = ways.get(random.nextInt(ways.size())).formatted(secret);
            String said = HostileText.any(random, 40) + " " + way + " " + HostileText.any(random, 40);
            assertThat(line(said)).doesNotContain(secret);
        });
    }
}
