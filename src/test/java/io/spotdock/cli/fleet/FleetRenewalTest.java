package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.UserSession;
import io.spotdock.cli.Console.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.model.Credentials;

class FleetRenewalTest {
    @Test
    void asksOnceForAllThatAreAtWorkInAnAccount(@TempDir Path directory) {
        try (FleetOnSandbox fleet = new FleetOnSandbox(directory)) {
            Credentials first = UserSession.of(fleet.sandbox.access());
            Credentials second = UserSession.of(fleet.sandbox.access());
            fleet.console
                    .with("AWS_ACCESS_KEY_ID", first.accessKeyId())
                    .with("AWS_SECRET_ACCESS_KEY", first.secretAccessKey())
                    .with("AWS_SESSION_TOKEN", first.sessionToken())
                    .typing("y", "k", second.accessKeyId(), second.secretAccessKey(), second.sessionToken());
            fleet.manifest("alpha", "beta", "gamma", "delta");
            fleet.sandbox.faults().set("expire", "45");

            Ran ran = fleet.run("apply");

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(fleet.sandbox.faults().isOn("expire")).isFalse();
            assertThat(ran.err().split("has run out", -1)).as(ran.err()).hasSize(2);
        }
    }
}
