package io.spotdock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.network.Authority;
import io.spotdock.network.CompanyProxy;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program, as a process of its own, in a company's network: the real addresses of AWS and of a ThoughtSpot, behind a
 * proxy that wants a password and opens TLS with certificates of the company's own authority. Behind it is the sandbox.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the keys are made once
class CompanyNetworkTest {
    private static final String CLUSTER = "my-company.thoughtspot.cloud";
    private static final String NAMES =
            "dns:*.amazonaws.com,dns:*.eu-central-1.amazonaws.com,dns:*.s3.eu-central-1.amazonaws.com,dns:" + CLUSTER;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Authority authority;

    @SuppressWarnings("NullAway.Init")
    private Program program;

    @BeforeAll
    void settings() throws Exception {
        authority = new Authority(folder);
        SandboxAccess access = sandbox.access();
        Files.writeString(folder.resolve("spotdock.yaml"), """
                spotdock: 1
                thoughtspot: {hosting: aws, account-id: "%s", host: "https://%s", org: Primary}
                aws: {account-id: "%s", region: eu-central-1}
                bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
                role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
                webhook: {name: Webhook_S3, url: "https://api.example.com/thoughtspot/webhook"}
                """.formatted(
                        access.thoughtSpotAccount(), CLUSTER, access.customerAccount()));
        program = new Program(folder);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    /** As the settings and variables of a company's computer are: nothing of the sandbox's addresses. */
    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(sandbox.access().environment());
        all.keySet().removeIf(name -> name.startsWith("AWS_ENDPOINT_URL"));
        all.put("HOME", folder.toString());
        all.put("SPOTDOCK_HOME", folder.resolve("home").toString());
        all.put("SPOTDOCK_TOKEN", sandbox.access().thoughtSpotToken());
        all.put("AWS_EC2_METADATA_DISABLED", "true");
        for (String name : List.of("PATH", "SystemRoot"))
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> all.put(name, value));
        all.putAll(more);
        return all;
    }

    private InetSocketAddress behind(String host) {
        SandboxAccess access = sandbox.access();
        URI at = host.equals(CLUSTER)
                ? access.thoughtSpot()
                : URI.create(String.valueOf(access.environment().get("AWS_ENDPOINT_URL")));
        return new InetSocketAddress(at.getHost(), at.getPort());
    }

    private record Ran(int code, String said) {}

    private Ran run(Map<String, String> more, String... arguments) throws Exception {
        Process process = program.start(environment(more), folder, arguments);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ran(process.exitValue(), Files.readString(folder.resolve("out.txt")));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void withAPasswordAndTheSystemsCertificatesAllOfItWorksThroughTheProxy() throws Exception {
        try (CompanyProxy proxy = CompanyProxy.wanting("lee:p@ss w%rd", authority.server(NAMES), this::behind)) {
            Map<String, String> network = Map.of(
                    "HTTPS_PROXY",
                    "http://lee:p%40ss%20w%25rd@127.0.0.1:" + proxy.port(),
                    "SSL_CERT_FILE",
                    authority.pem().toString());
            Ran applied = run(network, "apply", "-s", "spotdock.yaml", "--yes");
            assertThat(applied.said()).doesNotContain("p@ss", "p%40ss");
            assertThat(applied.code()).as(applied.said()).isZero();
            assertThat(proxy.asked())
                    .extracting(CompanyProxy.Asked::host)
                    .contains("sts.eu-central-1.amazonaws.com", "iam.amazonaws.com", CLUSTER);
            assertThat(proxy.asked())
                    .allSatisfy(asked -> assertThat(asked.head())
                            .startsWith("CONNECT ")
                            .doesNotContain(sandbox.access().thoughtSpotToken(), "AWS4-HMAC"));
            Ran looked = run(network, "preflight", "-s", "spotdock.yaml");
            assertThat(looked.said())
                    .contains(
                            "Calls go through the proxy 127.0.0.1:" + proxy.port() + " (HTTPS_PROXY).",
                            "Signed in to AWS with the keys of the environment (AWS_ACCESS_KEY_ID).")
                    .doesNotContain("p@ss", "p%40ss");
        }
    }

    @Test
    void aWrongPasswordIsToldByTheProxyAndNotTriedUntilTheAccountIsLocked() throws Exception {
        try (CompanyProxy proxy = CompanyProxy.wanting("lee:right", authority.server(NAMES), this::behind)) {
            Map<String, String> network = Map.of("HTTPS_PROXY", "http://lee:WRONG@127.0.0.1:" + proxy.port());
            Ran ran = run(network, "plan", "-s", "spotdock.yaml", "--only", "aws");
            assertThat(ran.code()).as(ran.said()).isEqualTo(5);
            assertThat(ran.said())
                    .contains("The proxy 127.0.0.1:" + proxy.port() + " of HTTPS_PROXY wants a sign-in", "Px or cntlm")
                    .doesNotContain("WRONG");
            assertThat(proxy.asked().stream().filter(asked -> asked.signIn().isPresent()))
                    .hasSizeBetween(1, 2 * 2);
        }
    }

    @Test
    void withoutTheSystemsCertificatesItIsSaidWhoseTheOneShownIs() throws Exception {
        try (CompanyProxy proxy = CompanyProxy.open(authority.server(NAMES), this::behind)) {
            Map<String, String> network = Map.of(
                    "HTTPS_PROXY",
                    proxy.address(),
                    "SSL_CERT_FILE",
                    folder.resolve("none").toString());
            Ran ran = run(network, "plan", "-s", "spotdock.yaml", "--only", "aws");
            assertThat(ran.code()).as(ran.said()).isEqualTo(5);
            assertThat(ran.said()).contains("CN=Corp Inspection CA", "SPOTDOCK_CA_BUNDLE");
        }
    }

    @Test
    void whereNoVariableNamesAProxyTheOneOfJavaOrTheSystemIsTaken() throws Exception {
        try (CompanyProxy proxy = CompanyProxy.open(authority.server(NAMES), this::behind)) {
            Map<String, String> network = Map.of(
                    "JDK_JAVA_OPTIONS",
                    "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + proxy.port(),
                    "SSL_CERT_FILE",
                    authority.pem().toString());
            Ran ran = run(network, "preflight", "-s", "spotdock.yaml");
            assertThat(ran.said()).contains("Calls go through the system’s proxy 127.0.0.1:" + proxy.port() + ".");
            assertThat(proxy.asked())
                    .extracting(CompanyProxy.Asked::host)
                    .contains("sts.eu-central-1.amazonaws.com", CLUSTER);
        }
    }
}
