package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.domain.Secret;
import io.spotdock.domain.signature.Example;
import io.spotdock.domain.signature.Signature;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the sandbox's own receivers; nothing else of it, or of anybody, is asked. */
class ReceiverCommandTest {
    private static final String BODY = "{\"eventType\":\"LIVEBOARD_SCHEDULE\"}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() {
        console = new Console(directory)
                .with("SIGNING", sandbox.access().signatureSecret())
                .with("RECEIVER_TOKEN", "token-of-the-receiver");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void settings(URI url, String... more) throws IOException {
        console.file("spotdock.yaml", """
                        spotdock: 1
                        thoughtspot: {hosting: aws, host: "%s", account-id: "123456789012"}
                        aws: {account-id: "999888777666", region: us-east-1}
                        bucket: {name: my-company-data-exports, create: true}
                        role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
                        webhook:
                          name: Webhook_S3
                          url: "%s"
                        """.formatted(sandbox.access().thoughtSpot(), url) + String.join("", more));
    }

    private String signed() {
        return "  signature: {header: " + sandbox.access().signatureHeader() + ", secret: env:SIGNING}\n";
    }

    private Ran run(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "receiver";
        all[1] = "-s";
        all[2] = "spotdock.yaml";
        System.arraycopy(more, 0, all, 3, more.length);
        return console.run(all);
    }

    private static JsonNode last(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.lines().getLast());
    }

    @Test
    void aUrlThatAnswersIsToldStageByStageAndIsNeverPostedTo() throws Exception {
        settings(sandbox.access().receiver());
        Ran ran = run("--json");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(last(ran).path("checks")).hasSize(5).allSatisfy(check -> {
            assertThat(check.path("id").asText()).startsWith("receiver.");
            assertThat(check.path("strength").asText()).isEqualTo("performed-here");
            assertThat(check.path("evidence").asText()).isNotBlank();
        });
        assertThat(last(ran).path("checks"))
                .extracting(check -> check.path("status").asText())
                .containsExactly("passed", "passed", "skipped", "passed", "passed");
        assertThat(last(ran).has("signature")).isFalse();
        assertThat(sandbox.calls().calls()).containsExactly(new Call("receiver", "HEAD", false, 200));
    }

    @Test
    void aRedirectIsNamedAndIsNoFailure() throws Exception {
        sandbox.faults().set("receiver", "redirect");
        settings(sandbox.access().receiver());
        Ran ran = run();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("It answered 302, a redirect to /elsewhere.", "Register the URL it leads to.");
    }

    @Test
    void aUrlThatCannotBeReachedFromHereEndsWithItsOwnCode() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        settings(URI.create("http://127.0.0.1:" + port));
        Ran ran = run();
        assertThat(ran.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(ran.out()).contains("The connection was refused.");
    }

    @Test
    void aPortWithoutTlsBehindAnHttpsUrlFails() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server));
            settings(URI.create("https://127.0.0.1:" + server.getLocalPort()));
            Ran ran = run();
            assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.CHECK_FAILED.code());
            assertThat(ran.out()).contains("What answers there speaks no TLS.");
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The client has gone.
        }
    }

    @Test
    void withoutAWebhookThereIsNothingToLookAt() throws Exception {
        console.file(
                "spotdock.yaml",
                io.spotdock.settings.Guide.YAML.substring(0, io.spotdock.settings.Guide.YAML.indexOf("webhook:")));
        Ran ran = run();
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("The settings name no webhook");
    }

    @Test
    void theExampleHasItsOwnSecretAndTheSettingsHeader() throws Exception {
        settings(sandbox.access().signedReceiver(), "  signature: {header: X-Ours, secret: env:SIGNING}\n");
        Ran people = run();
        assertThat(people.out())
                .contains("X-Ours: " + new Example("X-Ours").signature().hex())
                .contains("is not published", "openssl dgst -sha256 -hmac", "hmac.compare_digest", "timingSafeEqual")
                .doesNotContain(sandbox.access().signatureSecret());
        JsonNode signature = last(run("--json")).path("signature");
        assertThat(signature.path("header").asText()).isEqualTo("X-Ours");
        assertThat(signature.path("encoding").asText()).isEqualTo("not published");
        assertThat(signature.at("/example/base64").asText())
                .isEqualTo(new Example("X-Ours").signature().base64());
        assertThat(signature.path("code")).hasSize(4);
    }

    @Test
    void itIsShownWithoutASignatureInTheSettingsWhenAskedFor() throws Exception {
        settings(sandbox.access().receiver());
        assertThat(run("--signature-example").out()).contains(Example.USUAL_HEADER + ": ");
    }

    @Test
    void aTestCallIsShownFirstAndNotSentWhereNobodyAgrees() throws Exception {
        settings(sandbox.access().signedReceiver(), signed(), "  authentication: {bearer-token: env:RECEIVER_TOKEN}\n");
        Ran unasked = run("--send-test");
        assertThat(unasked.code()).isEqualTo(ExitCode.UNDECIDED.code());
        console.typing("n");
        Ran refused = run("--send-test");
        assertThat(refused.code()).isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(refused.out())
                .contains("POST " + sandbox.access().signedReceiver())
                .contains("Authorization: Bearer [hidden]", sandbox.access().signatureHeader() + ": [hidden]")
                .contains("\"eventType\": \"LIVEBOARD_SCHEDULE\"", "Spotdock test, not a real Liveboard")
                .doesNotContain("token-of-the-receiver", sandbox.access().signatureSecret());
        assertThat(sandbox.calls().calls()).extracting(Call::action).doesNotContain("POST");
    }

    @Test
    void oneThatIsAgreedToIsSignedSoThatTheReceiverTakesIt() throws Exception {
        settings(sandbox.access().signedReceiver(), signed(), "  url-params: {team: sales & more}\n");
        console.typing("y");
        Ran ran = run("--send-test");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("It takes the test call").contains("?team=sales%20%26%20more");
        assertThat(sandbox.calls().calls()).contains(new Call("receiver", "POST", false, 200));
        assertThat(run("--send-test", "--yes", "--json").out())
                .doesNotContain(sandbox.access().signatureSecret());
    }

    @Test
    void oneThatIsSignedWithAnotherSecretIsRefused() throws Exception {
        console.with("SIGNING", "another");
        settings(sandbox.access().signedReceiver(), signed());
        Ran ran = run("--send-test", "--yes");
        assertThat(ran.code()).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(ran.out()).contains("It answered 401; ThoughtSpot wants 2xx.");
    }

    @Test
    void aSecretThatCannotStandInAHeaderIsNotQuoted() throws Exception {
        console.with("RECEIVER_TOKEN", "broken\nsecret-token");
        settings(sandbox.access().receiver(), "  authentication: {bearer-token: env:RECEIVER_TOKEN}\n");
        Ran ran = run("--send-test", "--yes", "--json", "--verbose");
        assertThat(ran.out()).contains("can\\u2019t be sent over HTTP").doesNotContain("secret-token");
        assertThat(ran.err()).doesNotContain("secret-token");
    }

    @ParameterizedTest
    @CsvSource({
        "hex, 0, It is written in hex.",
        "base64, 0, It is written in Base64.",
        "prefixed, 0, Take off what stands before",
        "line-break, 1, Match without the line break at the end",
        "foreign, 1, another secret"
    })
    void aDeliveryIsVerifiedWithTheSettingsSecretAndNothingElse(String which, int code, String says) throws Exception {
        settings(sandbox.access().receiver(), signed());
        Signature own = Signature.of(
                Secret.of(which.equals("foreign") ? "other" : sandbox.access().signatureSecret()),
                BODY.getBytes(StandardCharsets.UTF_8));
        console.file("body.json", which.equals("line-break") ? BODY + "\n" : BODY);
        String value = switch (which) {
            case "base64" -> own.base64();
            case "prefixed" -> "sha256=" + own.hex();
            default -> own.hex();
        };
        Ran ran = run("--verify", "body.json", "--signature", value);
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).contains(says).doesNotContain(sandbox.access().signatureSecret());
        assertThat(last(run("--verify", "body.json", "--signature", value, "--json"))
                        .at("/verification/genuine")
                        .asBoolean())
                .isEqualTo(code == 0);
        assertThat(sandbox.calls().calls()).isEmpty();
    }

    @Test
    void verifyingWantsBothABodyAndASignature() throws Exception {
        settings(sandbox.access().receiver(), signed());
        assertThat(run("--verify", "body.json").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("--signature", "00").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("--verify", "nothing-here", "--signature", "00").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void verifyingWantsASecretInTheSettings() throws Exception {
        settings(sandbox.access().receiver());
        console.file("body.json", BODY);
        Ran ran = run("--verify", "body.json", "--signature", "00");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("The settings don’t sign calls");
    }
}
