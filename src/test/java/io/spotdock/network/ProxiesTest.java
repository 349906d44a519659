package io.spotdock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy a call goes through. */
class ProxiesTest {
    private static final URI CLUSTER = URI.create("https://my.thoughtspot.cloud/");

    private static Proxies proxies(Map<String, String> environment) {
        return new Proxies(environment, ProxySelector.of(InetSocketAddress.createUnresolved("system", 1)));
    }

    private static Proxy proxy(URI uri, Map<String, String> environment) {
        return proxies(environment).select(uri).getFirst();
    }

    private static Proxy http(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    @Test
    void theEnvironmentStandsAboveTheSystem() {
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://proxy.example.com:3128")))
                .isEqualTo(http("proxy.example.com", 3128));
        assertThat(proxy(CLUSTER, Map.of("https_proxy", "proxy:8080"))).isEqualTo(http("proxy", 8080));
        assertThat(proxy(CLUSTER, Map.of("https_proxy", "small:1", "HTTPS_PROXY", "capital:1")))
                .isEqualTo(http("small", 1));
        assertThat(proxy(CLUSTER, Map.of("ALL_PROXY", "http://all"))).isEqualTo(http("all", 80));
        assertThat(proxy(CLUSTER, Map.of("HTTP_PROXY", "http://other:1"))).isEqualTo(http("system", 1));
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", " "))).isEqualTo(http("system", 1));
        assertThat(proxy(CLUSTER, Map.of())).isEqualTo(http("system", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "http://lee:TOPSECRET@, fault.network.proxy",
        "not a proxy, fault.network.proxy",
        "socks5://lee:TOPSECRET@proxy:1080, fault.network.proxy-kind",
        "https://lee:TOPSECRET@proxy:443, fault.network.proxy-kind"
    })
    void whatIsNoProxyIsRefusedWithoutItsPassword(String value, String key) {
        Failure failure = catchThrowableOfType(
                        FailureException.class,
                        () -> proxies(Map.of("HTTPS_PROXY", value)).check())
                .failure();
        assertThat(failure).isInstanceOfSatisfying(Failure.Invalid.class, invalid -> {
            assertThat(invalid.field()).isEqualTo("HTTPS_PROXY");
            assertThat(invalid.fault().key()).isEqualTo(key);
            assertThat(invalid.toString()).doesNotContain("TOPSECRET");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "my.thoughtspot.cloud",
                ".thoughtspot.cloud",
                "a, thoughtspot.cloud:443",
                "*.cloud",
                "MY.ThoughtSpot.Cloud"
            })
    void noProxyNamesWhatIsReachedDirectly(String none) {
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", none)))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://p:1", "no_proxy", none)))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(proxy(CLUSTER, Map.of("NO_PROXY", none)))
                .as("the system's proxy neither")
                .isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot.cloud",
                "my.thoughtspot.cloud.example.com",
                "thoughtspot.cloud:8443",
                "10.0.0.0/8",
                "a.my.thoughtspot.cloud",
                ",,",
                "[",
                "a:b:c"
            })
    void andNothingElse(String some) {
        assertThat(proxy(CLUSTER, Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", some)))
                .isEqualTo(http("p", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/, 10.0.0.0/8, true",
        "https://11.1.2.3/, 10.0.0.0/8, false",
        "https://192.168.4.130/, 192.168.4.128/25, true",
        "https://192.168.4.127/, 192.168.4.128/25, false",
        "https://10.1.2.3/, 10.1.2.3, true",
        "https://10.1.2.3/, 1.2.3, false",
        "https://10.1.2.3:8443/, 10.1.2.3:8443, true",
        "https://10.1.2.3:8443/, 10.1.2.3:443, false",
        "https://[fd00:1::5]/, fd00::/16, true",
        "https://[fd01:1::5]/, fd00::/16, false",
        "https://[fd00::5]:8443/, [fd00::5]:8443, true",
        "https://[fd00::5]/, [fd00:0::5], true",
        "https://10.1.2.3/, 0.0.0.0/0, true",
        "https://10.1.2.3/, ::/0, false"
    })
    void anAddressIsExemptByItselfAndByItsNetwork(URI target, String exempt, boolean direct) {
        assertThat(proxies(Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", exempt))
                        .to(target)
                        .isEmpty())
                .isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "https://localhost:8443/",
                "https://[::1]/",
                "http://169.254.169.254/latest/api/token",
                "http://169.254.170.2/v2/credentials",
                "http://[fd00:ec2::254]/latest/api/token"
            })
    void thisComputerAndWhatTellsItsRoleAreNeverReachedThroughAProxy(URI target) {
        assertThat(proxy(
                        target,
                        Map.of("HTTP_PROXY", "http://p:1", "HTTPS_PROXY", "http://p:1", "ALL_PROXY", "http://p:1")))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void aProxysPasswordIsForTheProxyAlone() {
        Authenticator signIn = proxies(Map.of("HTTPS_PROXY", "http://user:p%40ss@proxy:3128"))
                .signIn()
                .orElseThrow();
        assertThat(ask(signIn, Authenticator.RequestorType.SERVER)).isNull();
        assertThat(ask(signIn, Authenticator.RequestorType.PROXY)).isNotNull();
    }

    @Test
    void aPasswordMayHoldWhatAnAddressMayNot() {
        PasswordAuthentication told = ask(
                proxies(Map.of("HTTPS_PROXY", "http://us%20er:p%40s+s%25@proxy:3128"))
                        .signIn()
                        .orElseThrow(),
                Authenticator.RequestorType.PROXY);
        assertThat(told).isNotNull();
        assertThat(told.getUserName()).isEqualTo("us er");
        assertThat(told.getPassword()).containsExactly("p@s+s%".toCharArray());
    }

    @Test
    void aPasswordThatWasRefusedIsNotTriedAgain() {
        ProxySignIn signIn =
                proxies(Map.of("HTTPS_PROXY", "http://u:p@proxy:3128")).signIn().orElseThrow();
        signIn.begin();
        assertThat(ask(signIn, Authenticator.RequestorType.PROXY)).isNotNull();
        assertThat(ask(signIn, Authenticator.RequestorType.PROXY)).isNull();
        signIn.begin();
        assertThat(ask(signIn, Authenticator.RequestorType.PROXY)).isNull();
    }

    @Test
    void oneThatWasTakenServesEveryCall() {
        ProxySignIn signIn =
                proxies(Map.of("HTTPS_PROXY", "http://u:p@proxy:3128")).signIn().orElseThrow();
        for (int call = 0; call < 3; call++) {
            signIn.begin();
            assertThat(ask(signIn, Authenticator.RequestorType.PROXY)).isNotNull();
        }
    }

    @Test
    void whatIsToldOfAProxyIsItsAddress() {
        assertThat(proxies(Map.of("HTTPS_PROXY", "http://lee:TOPSECRET@proxy:3128"))
                        .to(CLUSTER))
                .hasValueSatisfying(address -> {
                    assertThat(address).hasToString("proxy:3128");
                    assertThat(address.source()).isEqualTo("HTTPS_PROXY");
                });
        assertThat(Barrier.refused(407, new ProxyAddress("proxy", 3128, "HTTPS_PROXY"))
                        .why())
                .contains(Fault.of("fault.network.proxy-sign-in", "proxy:3128", "HTTPS_PROXY"));
    }

    private static @Nullable PasswordAuthentication ask(Authenticator signIn, Authenticator.RequestorType type) {
        return Authenticator.requestPasswordAuthentication(signIn, "h", null, 1, "https", "p", "basic", null, type);
    }
}
