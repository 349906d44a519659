package io.spotdock.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.port.Cloud;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.SdkGlobalTime;

/** What a wrong clock comes to. The SDK corrects it for every client of the JVM, so nobody else may be at work. */
@Isolated
class ClockCorrectionTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());
    private final Cloud cloud = StubAws.connector(sandbox.access().environment(), Path.of("no-such-home"))
            .connect(Optional.empty(), sandbox.access().region());

    @AfterEach
    void stop() {
        SdkGlobalTime.setGlobalTimeOffset(0);
        sandbox.close();
    }

    @Test
    void aClockThatIsFarOffHindersNothingAndIsTold() {
        sandbox.faults().set("clock-skew", "20m");

        assertThat(cloud.buckets().list()).isEmpty();

        assertThat(cloud.tokens().clockSkew())
                .hasValueSatisfying(skew -> assertThat(skew)
                        .isBetween(
                                Duration.ofMinutes(-20).minusSeconds(30),
                                Duration.ofMinutes(-20).plusSeconds(30)));
    }

    @Test
    void aClockThatIsFastIsToldWithItsSign() {
        sandbox.faults().set("clock-skew", "-4m");
        assertThat(cloud.tokens().clockSkew())
                .hasValueSatisfying(skew -> assertThat(skew)
                        .isBetween(
                                Duration.ofMinutes(4).minusSeconds(30),
                                Duration.ofMinutes(4).plusSeconds(30)));
    }
}
