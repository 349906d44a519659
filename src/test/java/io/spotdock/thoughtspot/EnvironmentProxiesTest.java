package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookConnector.SignIn;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvironmentProxiesTest {
    private static final URI CLUSTER = URI.create("https://my.thoughtspot.cloud/");

    private static Proxy proxy(URI uri, Map<String, String> environment) {
        InetSocketAddress system = InetSocketAddress.createUnresolved("system", 1);
        return new EnvironmentProxies(environment, ProxySelector.of(system))
                .select(uri)
                .getFirst();
    }

    private static Proxy http(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    @Test
    void theEnvironmentStandsAboveTheSystem() {
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://proxy.example.com:3128")))
                .isEqualTo(http("proxy.example.com", 3128));
        assertThat(proxy(CLUSTER, Map.of("https_proxy", "proxy:8080"))).isEqualTo(http("proxy", 8080));
        assertThat(proxy(CLUSTER, Map.of("ALL_PROXY", "http://all"))).isEqualTo(http("all", 80));
        assertThat(proxy(CLUSTER, Map.of("HTTP_PROXY", "http://other:1"))).isEqualTo(http("system", 1));
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", " "))).isEqualTo(http("system", 1));
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "not a proxy"))).isEqualTo(http("system", 1));
    }

    @Test
    void noProxyNamesWhatIsReachedDirectly() {
        for (String none :
                new String[] {"*", "my.thoughtspot.cloud", ".thoughtspot.cloud", "a, thoughtspot.cloud:443", "*.cloud"})
            assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", none)))
                    .as(none)
                    .isEqualTo(Proxy.NO_PROXY);
        for (String some : new String[] {"", "spot.cloud", "my.thoughtspot.cloud.example.com"})
            assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", some)))
                    .as(some)
                    .isEqualTo(http("p", 1));
    }

    @Test
    void thisComputerIsNeverReachedThroughAProxy() {
        assertThat(proxy(URI.create("http://127.0.0.1:8080/"), Map.of("HTTP_PROXY", "http://p:1")))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void aClusterIsAskedThroughTheProxyAndTheTokenIsNotShownToIt() throws IOException {
        try (RawServer proxy = RawServer.writing("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(failure(() -> new ThoughtSpotConnector(
                                    Map.of("HTTPS_PROXY", proxy.address().toString()), InstantSource.system(), _ -> {})
                            .connect(
                                    new ThoughtSpotHost(URI.create("https://my.thoughtspot.cloud")),
                                    new SignIn.Token(Secret.of(Scripted.TOKEN)),
                                    Optional.empty(),
                                    Scripted::secret)
                            .user()))
                    .isInstanceOf(Failure.Unreachable.class);
            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head)
                            .startsWith("CONNECT my.thoughtspot.cloud:443 ")
                            .doesNotContain(Scripted.TOKEN));
        }
    }

    @Test
    void aProxyThatRefusesIsUnreachableAndItsPasswordNotTold() throws IOException {
        try (RawServer proxy = RawServer.writing(
                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n")) {
            String address = "http://user:p%40ss@127.0.0.1:" + proxy.address().getPort();
            Failure failure = failure(
                    () -> new ThoughtSpotConnector(Map.of("HTTPS_PROXY", address), InstantSource.system(), _ -> {})
                            .connect(
                                    new ThoughtSpotHost(URI.create("https://my.thoughtspot.cloud")),
                                    new SignIn.Token(Secret.of(Scripted.TOKEN)),
                                    Optional.empty(),
                                    Scripted::secret)
                            .user());
            assertThat(failure).isInstanceOf(Failure.Unreachable.class);
            assertThat(failure.toString()).doesNotContain("p@ss", "p%40ss");
        }
    }

    @Test
    void aProxysPasswordIsForTheProxyAlone() {
        Authenticator signIn = new EnvironmentProxies(
                        Map.of("HTTPS_PROXY", "http://user:p%40ss@proxy:3128"), ProxySelector.of(null))
                .signIn()
                .orElseThrow();
        PasswordAuthentication told = ask(signIn, Authenticator.RequestorType.PROXY);
        assertThat(told).isNotNull();
        assertThat(told.getUserName()).isEqualTo("user");
        assertThat(told.getPassword()).containsExactly('p', '@', 's', 's');
        assertThat(ask(signIn, Authenticator.RequestorType.SERVER)).isNull();
    }

    private static @Nullable PasswordAuthentication ask(Authenticator signIn, Authenticator.RequestorType type) {
        return Authenticator.requestPasswordAuthentication(signIn, "h", null, 1, "https", "p", "basic", null, type);
    }
}
