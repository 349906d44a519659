package io.spotdock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS and ThoughtSpot, reached in the same way: who is trusted, and what is said where the way is barred. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the keys are made once
class BothSidesTest {
    private static final String TOKEN = "tok-THOUGHTSPOT";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Authority authority;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    enum Side {
        AWS,
        THOUGHTSPOT
    }

    @BeforeAll
    void makeKeys() {
        authority = new Authority(folder);
    }

    /** The first call that there is, to a host of its own or to another one. */
    private Failure call(Side side, Optional<URI> at, Map<String, String> network) {
        Map<String, String> environment = new HashMap<>(network);
        // Where no test says otherwise, the authorities of whoever runs this have no part in it.
        environment.putIfAbsent("SSL_CERT_FILE", folder.resolve("no-such-file").toString());
        InstantSource clock = InstantSource.system();
        return catchThrowableOfType(FailureException.class, () -> {
                    switch (side) {
                        case AWS -> {
                            environment.put("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
                            environment.put("AWS_SECRET_ACCESS_KEY", "secret");
                            at.ifPresent(uri -> environment.put("AWS_ENDPOINT_URL", uri.toString()));
                            new AwsConnector(environment, folder, clock, Duration.ofSeconds(20))
                                    .connect(Optional.empty(), new RegionName("eu-central-1"))
                                    .tokens()
                                    .whoAmI();
                        }
                        case THOUGHTSPOT ->
                            new ThoughtSpotConnector(environment, clock, _ -> {})
                                    .connect(
                                            new ThoughtSpotHost(
                                                    at.orElse(URI.create("https://my-company.thoughtspot.cloud"))),
                                            new SignIn.Token(Secret.of(TOKEN)),
                                            Optional.empty(),
                                            _ -> Secret.of(""))
                                    .user();
                    }
                })
                .failure();
    }

    private Failure call(Side side, SSLContext tls, String host, Map<String, String> network) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", http -> {
            try (http) {
                seen.add(http.getRequestMethod());
                http.sendResponseHeaders(403, -1);
            }
        });
        server.start();
        try {
            seen.clear();
            return call(
                    side,
                    Optional.of(URI.create(
                            "https://" + host + ":" + server.getAddress().getPort())),
                    network);
        } finally {
            server.stop(0);
        }
    }

    private static Fault why(Failure failure) {
        assertThat(failure).isInstanceOf(Failure.Unreachable.class);
        assertThat(failure.retriable()).isFalse();
        return ((Failure.Unreachable) failure).why().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aCompanysAuthorityIsTrustedWhereTheSystemDoesOrAPersonNamesIt(Side side) throws Exception {
        String pem = authority.pem().toString();
        for (String variable : List.of("SSL_CERT_FILE", "SPOTDOCK_CA_BUNDLE")) {
            Failure failure = call(side, authority.server("dns:localhost"), "localhost", Map.of(variable, pem));
            assertThat(seen).as(variable).isNotEmpty();
            assertThat(failure).as(variable).isNotInstanceOf(Failure.Unreachable.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrangersIsNotAndGetsNoRequest(Side side) throws Exception {
        assertThat(why(call(side, authority.server("dns:localhost"), "localhost", Map.of())))
                .isEqualTo(Fault.of("fault.network.issuer", "CN=Corp Inspection CA"));
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateForAnotherNameIsRefusedThoughItsAuthorityIsTrusted(Side side) throws Exception {
        Map<String, String> network =
                Map.of("SPOTDOCK_CA_BUNDLE", authority.pem().toString());
        assertThat(why(call(side, authority.server("dns:elsewhere.example"), "localhost", network)))
                .isEqualTo(Fault.of("fault.network.name", "elsewhere.example"));
        assertThat(why(call(side, authority.server("dns:localhost"), "127.0.0.1", network)))
                .as("an address is a name too")
                .isEqualTo(Fault.of("fault.network.name", "localhost"));
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatRanOutIsRefusedThoughItsAuthorityIsTrusted(Side side) throws Exception {
        Map<String, String> network = Map.of("SSL_CERT_FILE", authority.pem().toString());
        assertThat(why(call(side, authority.expired("dns:localhost"), "localhost", network))
                        .key())
                .isEqualTo("fault.network.expired");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBundleThatWasNamedAndHoldsNoCertificateIsRefused(Side side) throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThat(call(side, Optional.empty(), Map.of("SPOTDOCK_CA_BUNDLE", empty.toString())))
                .isEqualTo(new Failure.Invalid(
                        "SPOTDOCK_CA_BUNDLE", Fault.of("fault.network.ca-bundle", "SPOTDOCK_CA_BUNDLE", empty), ""));
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatWantsAPasswordIsNamedAndToldWithoutTheOneThatIsWrong(Side side) throws Exception {
        try (CompanyProxy proxy =
                CompanyProxy.wanting("lee:right", authority.server("dns:any"), _ -> new InetSocketAddress(0))) {
            String address = "127.0.0.1:" + proxy.port();
            for (String user : List.of("", "lee:WRONG@")) {
                Failure failure = call(side, Optional.empty(), Map.of("HTTPS_PROXY", "http://" + user + address));
                assertThat(why(failure)).isEqualTo(Fault.of("fault.network.proxy-sign-in", address, "HTTPS_PROXY"));
                assertThat(failure.toString()).doesNotContain("WRONG");
            }
            assertThat(proxy.asked())
                    .isNotEmpty()
                    .allSatisfy(asked ->
                            assertThat(asked.head()).startsWith("CONNECT ").doesNotContain(TOKEN, "AKIAEXAMPLE"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatLetsNothingThroughIsNamed(Side side) {
        try (CompanyProxy proxy = CompanyProxy.refusing("403 Forbidden")) {
            Failure failure = call(side, Optional.empty(), Map.of("HTTPS_PROXY", proxy.address()));
            assertThat(why(failure))
                    .isEqualTo(Fault.of("fault.network.proxy-refused", "127.0.0.1:" + proxy.port(), 403));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatIsNotThereIsWhatCouldNotBeReached(Side side) throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThat(call(side, Optional.empty(), Map.of("HTTPS_PROXY", "http://127.0.0.1:" + nobody)))
                .isInstanceOfSatisfying(Failure.Unreachable.class, lost -> {
                    assertThat(lost.host()).isEqualTo("127.0.0.1:" + nobody);
                    assertThat(lost.why()).isEmpty();
                });
    }
}
