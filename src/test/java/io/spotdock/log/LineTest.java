package io.spotdock.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTest {
    private static String line(String message) {
        return Line.of(Instant.EPOCH, "INFO", 4711, "io.spotdock.aws.CallRecord", message, Optional.empty());
    }

    @Test
    void aLineSaysWhenHowGraveWhichProcessAndWho() {
        assertThat(line("Iam GetRole 200")).matches("1970-01-0\\S+  INFO \\[4711] aws\\.CallRecord: Iam GetRole 200");
    }

    @Test
    void whatOthersWroteCannotPassForALineOfOurs() {
        assertThat(line("said: x\n1970-01-01 INFO [1] cli: forged\r\u2028\u0007"))
                .hasLineCount(1)
                .contains("x\\n1970");
    }

    @Test
    void whatLooksLikeASecretIsLeftOut() {
        assertThat(line("Authorization: Bearer abcdefghijklmnop")).doesNotContain("abcdefghijklmnop");
        assertThat(line("key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY here")).endsWith("key [hidden] here");
        assertThat(line("https://u:hunter2@x/?a=b&X-Amz-Signature=0a1b2c&sig=tiny"))
                .doesNotContain("hunter2", "0a1b2c", "tiny");
    }

    @Test
    void aLibrarysMessageMayQuoteWhatItWasGivenAndIsLeftOut() {
        Throwable quoting =
                thrown(() -> HttpRequest.newBuilder(URI.create("http://x")).header("A", "hunter2\n"));

        assertThat(quoting).hasMessageContaining("hunter2");
        assertThat(Trace.of(quoting))
                .startsWith("java.lang.IllegalArgumentException\n\tat ")
                .contains("io.spotdock.log.LineTest")
                .doesNotContain("hunter2");
        assertThat(Trace.of(new IllegalStateException(quoting))).doesNotContain("hunter2");
        assertThat(Trace.of(new IllegalStateException("while asking: " + quoting.getMessage(), quoting)))
                .doesNotContain("hunter2");
    }

    @Test
    void ourOwnMessagesAndThoseOfTheMachineAreTold() {
        Throwable ours = new IllegalStateException("the plan holds conflicts");
        Throwable machines = thrown(() -> Objects.checkIndex(3, 2));

        assertThat(Trace.of(ours)).startsWith("java.lang.IllegalStateException: the plan holds conflicts\n");
        assertThat(Trace.of(machines))
                .startsWith("java.lang.IndexOutOfBoundsException: Index 3 out of bounds for length 2");
    }

    private static Throwable thrown(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("nothing was thrown");
    }
}
