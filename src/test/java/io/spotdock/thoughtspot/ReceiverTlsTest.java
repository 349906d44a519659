package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.network.KeyTool;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Why;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates of an authority that is trusted here, and some that nobody should trust. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the keys are made once
class ReceiverTlsTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private KeyTool keys;

    @BeforeAll
    void makeKeys(@TempDir Path folder) {
        keys = new KeyTool(folder.resolve("keys.p12"));
        make("authority", "-ext", "bc:c", "-validity", "3650");
        make("stranger", "-ext", "bc:c", "-validity", "3650");
        leaf("good", "authority", "-validity", "100");
        leaf("soon", "authority", "-validity", "10");
        leaf("expired", "authority", "-startdate", "-90d", "-validity", "60");
        leaf("early", "authority", "-startdate", "+30d", "-validity", "60");
        leaf("unknown", "stranger", "-validity", "100");
        make("self", "-ext", "san=dns:localhost", "-validity", "100");
        make("self-expired", "-ext", "san=dns:localhost", "-startdate", "-90d", "-validity", "60");
        make("elsewhere", "-signer", "authority", "-ext", "san=dns:elsewhere.example", "-validity", "100");
    }

    private void leaf(String alias, String signer, String... more) {
        List<String> all = new ArrayList<>(List.of("-signer", signer, "-ext", "san=dns:localhost"));
        all.addAll(Arrays.asList(more));
        keys.make(alias, "CN=" + alias, all);
    }

    private void make(String alias, String... more) {
        keys.make(alias, "CN=" + alias, List.of(more));
    }

    private HttpsServer serve(String alias) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.server(alias)));
        server.createContext("/", http -> {
            try (http) {
                asked.add(http.getRequestMethod());
                http.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        return server;
    }

    private X509ExtendedTrustManager trust() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", keys.certificate("authority"));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ReceiverHealth probe(String alias) throws Exception {
        HttpsServer server = serve(alias);
        try {
            return new ReceiverProbe(
                            false,
                            ProxySelector.of(null),
                            this::trust,
                            InetAddress::getAllByName,
                            InstantSource.system(),
                            Duration.ofSeconds(30))
                    .probe(url(server));
        } finally {
            server.stop(0);
        }
    }

    private static WebhookUrl url(HttpsServer server) {
        return new WebhookUrl(
                URI.create("https://localhost:" + server.getAddress().getPort() + "/hook"));
    }

    @Test
    void aTrustedCertificateIsToldWithItsIssuerAndItsEnd() throws Exception {
        ReceiverHealth health = probe("good");
        Tls tls = health.tls().seen().orElseThrow();
        assertThat(tls.protocol()).isEqualTo("TLSv1.3");
        assertThat(tls.issuer()).isEqualTo("CN=authority");
        assertThat(tls.until()).isAfter(Instant.now().plus(Duration.ofDays(98)));
        assertThat(tls.daysLeft()).isBetween(98L, 100L);
        assertThat(tls.endsSoon()).isFalse();
        assertThat(health.reply().seen().orElseThrow().status()).isEqualTo(200);
        assertThat(asked).contains("HEAD");
    }

    @Test
    void oneThatEndsSoonIsTrustedAndSaysSo() throws Exception {
        ReceiverHealth health = probe("soon");
        assertThat(health.tls().seen().orElseThrow().endsSoon()).isTrue();
        assertThat(health.reply().seen()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "expired, EXPIRED",
        "self-expired, EXPIRED",
        "early, NOT_YET_VALID",
        "self, SELF_SIGNED",
        "unknown, UNKNOWN_ISSUER",
        "elsewhere, WRONG_NAME"
    })
    void oneThatIsNotTrustedIsToldByWhatIsWrongWithItAndGetsNoRequest(String alias, Why why) throws Exception {
        asked.clear();
        ReceiverHealth health = probe(alias);
        Stage.Failed<Tls> failed = health.tls().failed().orElseThrow();
        assertThat(failed.why()).as(failed.said()).isEqualTo(why);
        assertThat(health.connection().seen()).isPresent();
        assertThat(health.reply()).isEqualTo(new Stage.NotReached<>());
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheSentencesNameIsThere() throws Exception {
        assertThat(probe("elsewhere").tls().failed().orElseThrow().detail()).isEqualTo("elsewhere.example");
        assertThat(probe("unknown").tls().failed().orElseThrow().detail()).isEqualTo("CN=stranger");
        assertThat(probe("expired").tls().failed().orElseThrow().detail()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void theProductTrustsNothingButWhatJavaDoes() throws Exception {
        HttpsServer server = serve("good");
        try {
            ReceiverHealth health = new ReceiverProbe(Map.of(), InstantSource.system()).probe(url(server));
            assertThat(health.tls().failed().orElseThrow().why()).isEqualTo(Why.UNKNOWN_ISSUER);
        } finally {
            server.stop(0);
        }
    }
}
