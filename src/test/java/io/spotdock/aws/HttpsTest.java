package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.spotdock.domain.Failure;
import io.spotdock.network.Authority;
import io.spotdock.network.CompanyProxy;
import io.spotdock.port.Cloud;
import io.spotdock.port.SsoSignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxies and certificates, as a company's network has them. */
class HttpsTest {
    @TempDir
    Path folder;

    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret");

    private Cloud connect(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(KEYS);
        environment.putAll(more);
        return StubAws.connector(environment, folder).connect(Optional.empty(), StubAws.REGION);
    }

    @Test
    void aCompanysCertificateIsTrustedWhenItIsNamedAndOnlyThen() throws Exception {
        Authority authority = new Authority(folder);
        HttpsServer server = serve(authority.server("dns:localhost"));
        try {
            Map<String, String> plain = new HashMap<>();
            plain.put(
                    "AWS_ENDPOINT_URL",
                    "https://localhost:" + server.getAddress().getPort());
            Cloud strange = connect(plain);
            assertThat(failure(() -> strange.tokens().whoAmI()))
                    .isInstanceOfSatisfying(
                            Failure.Unreachable.class, u -> assertThat(u.said()).startsWith("SSL"));
            plain.put("AWS_CA_BUNDLE", authority.pem().toString());
            assertThat(connect(plain).tokens().whoAmI().arn()).endsWith(":user/admin");
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer serve(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        byte[] body = StubAws.admin().body();
        server.createContext("/", http -> {
            try (http;
                    InputStream in = http.getRequestBody()) {
                in.readAllBytes();
                http.sendResponseHeaders(200, body.length);
                http.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    @Test
    void aBundleWithoutACertificateIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThat(failure(() -> connect(Map.of("AWS_CA_BUNDLE", empty.toString()))))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class, i -> assertThat(i.fault().key()).isEqualTo("fault.network.ca-bundle"));
        assertThat(failure(() ->
                        connect(Map.of("AWS_CA_BUNDLE", folder.resolve("none").toString()))))
                .isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void callsToAwsGoThroughTheProxy() throws Exception {
        try (RefusingProxy proxy = new RefusingProxy()) {
            Cloud cloud = connect(Map.of("https_proxy", proxy.address()));
            assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOf(Failure.Unreachable.class);
            assertThat(proxy.asked).contains("CONNECT sts.eu-central-1.amazonaws.com:443 HTTP/1.1");
        }
    }

    @Test
    void soDoCallsThatFetchCredentials() throws Exception {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Path aws = Files.createDirectories(folder.resolve(".aws/sso/cache"));
        Files.writeString(folder.resolve(".aws/config"), """
            [profile sso]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 999888777666
            sso_role_name = Admin
            """);
        Files.writeString(
                aws.resolve("a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json"),
                "{\"accessToken\": \"t\", \"expiresAt\": \"2030-01-01T01:00:00Z\"}");
        try (RefusingProxy proxy = new RefusingProxy()) {
            Map<String, String> environment = Map.of("https_proxy", proxy.address());
            Cloud cloud = new AwsConnector(environment, folder, () -> now, StubAws.impatient())
                    .connect(Optional.of("sso"), StubAws.REGION);
            assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOf(Failure.Unreachable.class);
            SsoSignIn signIn = new AwsSsoSignIn(environment, folder, () -> now, _ -> {}, StubAws.impatient());
            assertThat(failure(() -> signIn.begin("sso")))
                    .isInstanceOfSatisfying(
                            Failure.Unreachable.class,
                            u -> assertThat(u.host()).isEqualTo("oidc.eu-central-1.amazonaws.com"));
            assertThat(proxy.asked)
                    .contains("CONNECT portal.sso.eu-central-1.amazonaws.com:443 HTTP/1.1")
                    .contains("CONNECT oidc.eu-central-1.amazonaws.com:443 HTTP/1.1");
        }
    }

    @Test
    void callsToThisComputerDoNotGoThroughTheProxy() throws Exception {
        try (RefusingProxy proxy = new RefusingProxy();
                StubAws aws = StubAws.always(StubAws.admin())) {
            Cloud cloud = connect(Map.of(
                    "HTTPS_PROXY", proxy.address(), "HTTP_PROXY", proxy.address(), "AWS_ENDPOINT_URL", aws.address()));
            assertThat(cloud.tokens().whoAmI().arn()).endsWith(":user/admin");
            assertThat(proxy.asked).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowedWhereverItLeads() {
        try (StubAws elsewhere = StubAws.always(StubAws.admin())) {
            for (int status : new int[] {301, 302, 307, 308})
                try (StubAws aws = StubAws.always(StubAws.empty(status, Map.of("Location", elsewhere.address())))) {
                    Cloud cloud = connect(Map.of("AWS_ENDPOINT_URL", aws.address()));
                    assertThat(failure(() -> cloud.tokens().whoAmI())).isNotNull();
                    assertThat(failure(() -> cloud.buckets().list())).isNotNull();
                    assertThat(aws.seen()).hasSizeGreaterThan(1);
                }
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void aProxyThatSwallowsWhatIsSentIsGivenUp() {
        try (CompanyProxy proxy = CompanyProxy.refusing("")) {
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("HTTPS_PROXY", proxy.address());
            Cloud cloud = new AwsConnector(environment, folder, InstantSource.system(), Duration.ofMillis(300))
                    .connect(Optional.empty(), StubAws.REGION);
            assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOf(Failure.Unreachable.class);
            assertThat(proxy.asked()).isNotEmpty();
        }
    }

    @Test
    void aBundleOfTheProfileIsHeardToo() throws Exception {
        Authority authority = new Authority(folder);
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(folder.resolve(".aws/config"), "[default]\nca_bundle = " + authority.pem() + "\n");
        HttpsServer server = serve(authority.server("dns:localhost"));
        try {
            Map<String, String> at = Map.of(
                    "AWS_ENDPOINT_URL",
                    "https://localhost:" + server.getAddress().getPort(),
                    "SSL_CERT_FILE",
                    folder.resolve("none").toString());
            assertThat(connect(at).tokens().whoAmI().arn()).endsWith(":user/admin");
        } finally {
            server.stop(0);
        }
    }

    /** Writes down what it is asked for and refuses it. */
    private static final class RefusingProxy implements AutoCloseable {
        final List<String> asked = Collections.synchronizedList(new ArrayList<>());
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        RefusingProxy() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        String address() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    String line = in.readLine();
                    if (line != null) asked.add(line);
                    while (line != null && !line.isEmpty()) line = in.readLine();
                    client.getOutputStream()
                            .write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException _) {
                    // Closed, here or there.
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
