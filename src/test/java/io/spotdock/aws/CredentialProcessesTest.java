package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.port.CloudConnector.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that a program of the person's hands out. */
@DisabledOnOs(OS.WINDOWS) // the programs are written for sh
class CredentialProcessesTest {
    private static final String KEYS =
            "\"Version\": 1, \"AccessKeyId\": \"ASIATOOL\", \"SecretAccessKey\": \"PLANTED\"";

    @TempDir
    Path home;

    private final StubAws aws = StubAws.always(StubAws.admin());
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @AfterEach
    void stop() {
        aws.close();
    }

    /** A tool that prints this, and counts how often it did. */
    private void tool(String printed) throws IOException {
        Path script = Files.writeString(
                home.resolve("tool.sh"),
                "echo run >> " + home.resolve("runs") + "\necho PLANTED >&2\ncat <<'EOF'\n" + printed + "\nEOF\n");
        config("sh " + script);
    }

    private void config(String command) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[profile tool]\ncredential_process = " + command + "\n");
    }

    private AwsConnector connector() {
        Map<String, String> environment = new HashMap<>(Map.of("AWS_ENDPOINT_URL", aws.address()));
        return new AwsConnector(environment, home, () -> now, StubAws.impatient());
    }

    private Failure whoAmI() {
        return failure(() -> connector()
                .connect(new SignIn.OfProfile("tool"), StubAws.REGION)
                .tokens()
                .whoAmI());
    }

    private long runs() throws IOException {
        return Files.readAllLines(home.resolve("runs")).size();
    }

    @Test
    void itsKeysSignInWithTheirSession() throws IOException {
        tool("{" + KEYS + ", \"SessionToken\": \"session-1\", \"Expiration\": \"2030-01-01T01:00:00+00:00\"}");
        connector()
                .connect(new SignIn.OfProfile("tool"), StubAws.REGION)
                .tokens()
                .whoAmI();
        assertThat(aws.signedBy()).isEqualTo("ASIATOOL");
        assertThat(aws.seen().getLast().header("x-amz-security-token")).contains("session-1");
    }

    @Test
    void itRunsAgainWhenTheyRunOutAndNotBefore() throws IOException {
        tool("{" + KEYS + ", \"Expiration\": \"2030-01-01T01:00:00Z\"}");
        var tokens = connector()
                .connect(new SignIn.OfProfile("tool"), StubAws.REGION)
                .tokens();
        tokens.whoAmI();
        tokens.whoAmI();
        assertThat(runs()).isEqualTo(1);
        now = Instant.parse("2030-01-01T00:59:30Z");
        tool("{" + KEYS.replace("ASIATOOL", "ASIANEXT") + "}");
        tokens.whoAmI();
        assertThat(aws.signedBy()).isEqualTo("ASIANEXT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON PLANTED",
                "{\"Version\": 2, \"AccessKeyId\": \"ASIATOOL\", \"SecretAccessKey\": \"PLANTED\"}",
                "{\"Version\": 1, \"SecretAccessKey\": \"PLANTED\"}",
                "{\"Version\": 1, \"AccessKeyId\": \"ASIATOOL\"}",
                "{\"Version\": 1, \"AccessKeyId\": \"ASIATOOL\", \"SecretAccessKey\": \"PLANTED\", \"Expiration\": \"soon\"}",
                "{\"Version\": 1, \"AccessKeyId\": \"ASIATOOL\", \"SecretAccessKey\": \"PLANTED\", \"Expiration\": \"2029-12-31T00:00:00Z\"}",
                "[]"
            })
    void whatIsNoGoodIsToldAndNotRepeated(String printed) throws IOException {
        tool(printed);
        assertThat(whoAmI()).isEqualTo(new Failure.Expired("sign-in.aws-process", List.of("tool"), ""));
        assertThat(aws.seen()).isEmpty();
    }

    @Test
    void keysOfOneThatFailedAreNotUsed() throws IOException {
        config("sh -c \"echo '{" + KEYS.replace("\"", "\\\\\"") + "}'; exit 3\"");
        assertThat(whoAmI()).isEqualTo(new Failure.Expired("sign-in.aws-process", List.of("tool"), ""));
    }

    @Test
    void oneThatSaysTooMuchIsEnded() throws IOException {
        config("yes");
        assertThat(whoAmI()).isEqualTo(new Failure.Expired("sign-in.aws-process", List.of("tool"), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 6123", "sh -c 'sleep 6124 & wait'", "exec 1>&-; sleep 6125"})
    void oneThatHangsIsEndedWithAllThatItBegan(String command) throws Exception {
        config(command);
        SharedConfig config = SharedConfig.read(Map.of(), home, Optional.of("tool"));
        CredentialProcesses processes = new CredentialProcesses(() -> now, Duration.ofMillis(300));
        assertThat(failure(() -> processes.of(config).resolveCredentials()))
                .isEqualTo(new Failure.Expired("sign-in.aws-process-late", List.of("tool", "0"), ""));
        String sleeping = command.replaceFirst(".*(sleep [0-9]+).*", "$1");
        for (ProcessHandle left : ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(sleeping))
                .toList()) left.onExit().get(10, TimeUnit.SECONDS);
    }
}
