package io.spotdock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.network.CompanyProxy;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program, as a process of its own, on a machine or in a container that has a role. The SDK reads these variables from
 * the process itself, which is why a test in this one proves nothing. A proxy is named in each: none of it may see a call.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the program is packed once
class MachineRolesTest {
    private final List<Exchange> seen = new CopyOnWriteArrayList<>();
    private final LoopbackServer machine = new LoopbackServer(0, this::answer);
    private final CompanyProxy proxy = CompanyProxy.refusing("403 Forbidden");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Program program;

    @BeforeAll
    void settings() throws Exception {
        Files.writeString(folder.resolve("spotdock.yaml"), """
                spotdock: 1
                thoughtspot: {hosting: aws, account-id: "111122223333"}
                aws: {account-id: "999888777666", region: eu-central-1}
                bucket: {name: my-company-data-exports, create: true}
                role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
                """);
        program = new Program(folder);
    }

    @BeforeEach
    void forget() {
        seen.clear();
    }

    @AfterAll
    void stop() {
        machine.close();
        proxy.close();
    }

    /** The machine's metadata (IMDSv2 only), the container's agent, and AWS. */
    private Answer answer(Exchange exchange) {
        seen.add(exchange);
        String role = "{\"Code\": \"Success\", \"AccessKeyId\": \"ASIAMACHINE\", \"SecretAccessKey\": \"PLANTED\","
                + " \"Token\": \"session-1\", \"Expiration\": \"2999-01-01T00:00:00Z\"}";
        String path = exchange.rawPath();
        if (path.equals("/latest/api/token"))
            return exchange.method().equals("PUT")
                    ? said(200, "v2-token", Map.of("x-aws-ec2-metadata-token-ttl-seconds", "21600"))
                    : said(405, "", Map.of());
        if (path.startsWith("/latest/")) {
            if (!exchange.header("x-aws-ec2-metadata-token").equals(Optional.of("v2-token")))
                return said(401, "", Map.of());
            if (path.equals("/latest/meta-data/iam/security-credentials/")) return said(200, "spotdock", Map.of());
            return path.equals("/latest/meta-data/iam/security-credentials/spotdock")
                    ? said(200, role, Map.of())
                    : said(404, "", Map.of());
        }
        if (path.equals("/agent"))
            return exchange.header("authorization").equals(Optional.of("Bearer of-the-pod"))
                    ? said(200, role, Map.of())
                    : said(401, "{\"code\": \"no\", \"message\": \"no\"}", Map.of());
        return new String(exchange.body(), StandardCharsets.UTF_8).contains("GetCallerIdentity")
                ? said(
                        200,
                        "<GetCallerIdentityResponse><GetCallerIdentityResult>"
                                + "<Arn>arn:aws:sts::999888777666:assumed-role/spotdock/i-1</Arn>"
                                + "<UserId>AROA</UserId><Account>999888777666</Account>"
                                + "</GetCallerIdentityResult></GetCallerIdentityResponse>",
                        Map.of())
                : said(403, "", Map.of());
    }

    private static Answer said(int status, String body, Map<String, String> headers) {
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private String preflight(Map<String, String> more) throws Exception {
        Map<String, String> all = new HashMap<>(more);
        all.put("AWS_ENDPOINT_URL", machine.address().toString());
        all.put("HOME", folder.toString());
        all.put("SPOTDOCK_HOME", folder.resolve("home").toString());
        for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"))
            all.put(name, proxy.address());
        for (String name : List.of("PATH", "SystemRoot"))
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> all.put(name, value));
        Process process = program.start(all, folder, "preflight", "-s", "spotdock.yaml", "--no-input");
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readString(folder.resolve("out.txt"));
        } finally {
            process.destroyForcibly();
        }
    }

    private void isSignedInAsTheMachine(String said) {
        Exchange who = seen.stream()
                .filter(exchange -> new String(exchange.body(), StandardCharsets.UTF_8).contains("GetCallerIdentity"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said));
        assertThat(who.header("authorization").orElse("")).contains("Credential=ASIAMACHINE/");
        assertThat(who.header("x-amz-security-token")).contains("session-1");
        assertThat(said).contains("assumed-role/spotdock/i-1").doesNotContain("PLANTED");
        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void aContainersRoleIsAskedOfItsAgentWithTheTokenOfTheFile() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "Bearer of-the-pod");
        isSignedInAsTheMachine(preflight(Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                machine.address() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                token.toString())));
    }

    @Test
    void orWithTheTokenOfTheVariable() throws Exception {
        isSignedInAsTheMachine(preflight(Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                machine.address() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                "Bearer of-the-pod")));
    }

    @Test
    void aMachinesRoleIsAskedOfItsMetadataByTheSecondVersion() throws Exception {
        isSignedInAsTheMachine(preflight(
                Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", machine.address().toString())));
    }

    @Test
    void whereTheMetadataIsSwitchedOffItIsNotAsked() throws Exception {
        String said = preflight(Map.of(
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                machine.address().toString()));
        assertThat(said).contains("There is no sign-in to AWS to be found");
        assertThat(seen).isEmpty();
    }
}
