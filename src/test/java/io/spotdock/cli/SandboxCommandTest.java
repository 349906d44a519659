package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.Console.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCommandTest {
    private static final List<String> NAMES = List.of(
            "AWS_ENDPOINT_URL",
            "AWS_REGION",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "SPOTDOCK_THOUGHTSPOT_URL",
            "SPOTDOCK_TOKEN",
            "SANDBOX_CUSTOMER_ACCOUNT",
            "SANDBOX_THOUGHTSPOT_ACCOUNT",
            "SANDBOX_THOUGHTSPOT_ACCESS_KEY_ID",
            "SANDBOX_THOUGHTSPOT_SECRET_ACCESS_KEY",
            "SANDBOX_SERVICE_ACCOUNT_ID",
            "SANDBOX_RECEIVER_URL",
            "SANDBOX_SIGNED_RECEIVER_URL",
            "SANDBOX_SIGNATURE_HEADER",
            "SANDBOX_SIGNATURE_SECRET",
            "SANDBOX_GOOGLE_TOKEN_URL");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() {
        console = new Console(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    @Timeout(60)
    void itPrintsTheEnvironmentAnswersAtOnceAndEndsWhenInterrupted(String hosting) throws Exception {
        PipedInputStream pipe = new PipedInputStream(1 << 16);
        PrintStream out = new PrintStream(new PipedOutputStream(pipe), true, StandardCharsets.UTF_8);
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread command = Thread.ofPlatform().start(() -> {
            code.complete(Cli.run(
                    console.context(out, new PrintStream(PrintStream.nullOutputStream())),
                    List.of(),
                    "sandbox",
                    "--hosting",
                    hosting));
            out.close();
        });
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
            Map<String, String> exported = new LinkedHashMap<>();
            for (int i = 0; i < NAMES.size(); i++) {
                String line = String.valueOf(lines.readLine());
                assertThat(line).matches("export [A-Z_]+=\\S+");
                String[] parts = line.substring("export ".length()).split("=", 2);
                exported.put(parts[0], parts[1].replaceAll("^'|'$", ""));
            }
            assertThat(exported.keySet()).containsExactlyElementsOf(NAMES);
            assertThat(exported).containsEntry("SANDBOX_CUSTOMER_ACCOUNT", "999888777666");
            for (String address : List.of("AWS_ENDPOINT_URL", "SPOTDOCK_THOUGHTSPOT_URL"))
                assertAnswers(String.valueOf(exported.get(address)));

            command.interrupt();
            assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
            assertThat(remaining(lines)).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void itNamesTheAccountsOfItsOrganization() throws Exception {
        PipedInputStream pipe = new PipedInputStream(1 << 16);
        PrintStream out = new PrintStream(new PipedOutputStream(pipe), true, StandardCharsets.UTF_8);
        Thread command = Thread.ofPlatform().start(() -> {
            Cli.run(
                    console.context(out, new PrintStream(PrintStream.nullOutputStream())),
                    List.of(),
                    "sandbox",
                    "--members",
                    "2",
                    "--orgs",
                    "3");
            out.close();
        });
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
            List<String> exported = new ArrayList<>();
            for (int i = 0; i <= NAMES.size(); i++) exported.add(lines.readLine());
            assertThat(exported).contains("export SANDBOX_MEMBER_ACCOUNTS=300000000001,300000000002");
            assertThat(exported.getLast()).startsWith("export SANDBOX_GOOGLE_TOKEN_URL=");
            command.interrupt();
            assertThat(remaining(lines)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--members", "--orgs"})
    void aSizeThatIsNoneIsWrongUsage(String option) {
        Ran ran = console.run("sandbox", option, "-1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("A number from 0 to 10000.");
    }

    private static void assertAnswers(String address) throws IOException {
        URI uri = URI.create(address);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            assertThat(socket.getInetAddress().isLoopbackAddress()).isTrue();
        }
    }

    private static List<String> remaining(BufferedReader lines) throws IOException {
        List<String> rest = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) rest.add(line);
        return rest;
    }

    @Test
    void itsHelpListsTheFaults() {
        assertThat(console.run("sandbox", "--help").out())
                .contains(
                        "Faults:", "  ts-throttle  ", "  google-no-azp  ", "  propagation  ", "  deny-bucket-policy  ");
    }

    @Test
    void anUnknownFaultIsToldTheNearest() {
        Ran ran = console.run("sandbox", "--fault", "propagaton=20");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("There is no fault propagaton. Did you mean propagation?");
        assertThat(console.run("sandbox", "--hosting", "azure").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "throttle=abc,The fault throttle can’t be abc. It is throttle=N: the next N calls",
        "propagation=PTx,The fault propagation can’t be PTx. It is propagation=N or =20s: ",
        "slow,The fault slow needs a value. It is slow=MILLIS: ",
        "ts-account=123,The fault ts-account can’t be 123. It is ts-account=ID: ",
        "ts-mfa=yes,The fault ts-mfa takes no value such as yes. Write ts-mfa alone.",
        "google-no-azp=1,The fault google-no-azp takes no value such as 1. Write google-no-azp alone.",
    })
    void aFaultWithAValueThatMeansNothingIsWrongUsageAndSaysWhatItTakes(String fault, String sentence) {
        Ran ran = console.run("sandbox", "--fault", fault);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(sentence);
    }

    @Test
    void aPortThatIsNoneOrTakenIsWrongUsage() throws IOException {
        assertThat(console.run("sandbox", "--port", "99999").err()).contains("A port is a number from 0 to 65535");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            Ran ran = console.run("sandbox", "--port", port);
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("Something else listens on port " + port + ".");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a/b:c=1,a/b:c=1",
                "a b,'a b'",
                "it's,'it'\\''s'",
                "$(x),'$(x)'",
                "http://h/?a=1&b,'http://h/?a=1&b'"
            })
    void aValueIsQuotedForTheShellWhereItMeansSomethingToIt(String value, String quoted) {
        assertThat(SandboxCommand.quoted(value)).isEqualTo(quoted);
    }
}
