package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.FreshToken;
import io.spotdock.UserSession;
import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Draft;
import io.spotdock.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Commands whose sign-in runs out on the way. */
class RenewalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Standing standing;

    @BeforeEach
    void begin() throws IOException {
        standing = Standing.aws(directory);
        Draft draft = standing.draft();
        standing.console.file("spotdock.yaml", SettingsFile.write(draft));
        signedInWith(session());
    }

    @AfterEach
    void end() {
        standing.close();
    }

    private Credentials session() {
        return UserSession.of(standing.sandbox.access());
    }

    private void signedInWith(Credentials given) {
        standing.console
                .with("AWS_ACCESS_KEY_ID", given.accessKeyId())
                .with("AWS_SECRET_ACCESS_KEY", given.secretAccessKey())
                .with("AWS_SESSION_TOKEN", given.sessionToken());
    }

    private Ran apply(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "apply";
        arguments[1] = "-s";
        arguments[2] = "spotdock.yaml";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return standing.console.run(arguments);
    }

    @Test
    void applyPausesTakesOtherKeysAndGoesOn() {
        Credentials other = session();
        standing.console.typing("y", "k", other.accessKeyId(), other.secretAccessKey(), other.sessionToken());
        standing.sandbox.faults().set("expire", "14");

        Ran ran = apply();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .containsSubsequence("The sign-in to AWS account 999888777666 has run out", "going on", "changes made")
                .doesNotContain(other.secretAccessKey(), other.sessionToken());
        assertThat(ran.err().split("has run out", -1)).as("asked once").hasSize(2);
        assertThat(apply("--yes").err()).doesNotContain("changed:");
    }

    @Test
    void whoStopsIsToldHowToGoOnAndTheExitCodeSaysHalfWay() {
        standing.console.typing("y", "s");
        standing.sandbox.faults().set("expire", "14");

        Ran ran = apply();

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.STOPPED.code());
        assertThat(ran.err()).contains("Not signed in again, so it ends here.", "run apply again for the rest");
        signedInWith(session());
        assertThat(apply("--yes", "--no-input").code()).isZero();
    }

    @Test
    void whereNobodyCanBeAskedItFailsAtOnceAndSaysWhatToDo() {
        standing.sandbox.faults().set("expire", "14");
        Ran ran = apply("--yes", "--no-input");
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.STOPPED.code());
        assertThat(ran.err())
                .contains("The sign-in to AWS has run out.", "Sign in to AWS again", "run apply again for the rest");

        standing.console.typing("y");
        signedInWith(session());
        standing.sandbox.faults().set("expire", "3");
        Ran json = apply("--yes", "--json");
        assertThat(json.code()).as(json.out()).isEqualTo(ExitCode.DENIED.code());
        assertThat(json.err()).isEmpty();
    }

    @Test
    void anotherTokenIsTakenForThoughtSpot() {
        String other = FreshToken.of(standing.sandbox.access().thoughtSpot(), "admin", 0);
        standing.console.typing("y", FreshToken.of(standing.sandbox.access().thoughtSpot(), "admin", 1), other);
        standing.sandbox.faults().set("ts-expire-token", "7");

        Ran ran = apply();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .containsSubsequence(
                        "is no longer accepted. Everything waits",
                        "The token is for Org Sales, not Primary.",
                        "Signed in again; going on.")
                .doesNotContain(other);
    }
}
