package io.spotdock.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.network.Authority;
import io.spotdock.network.Network;
import io.spotdock.port.Releases.Announced;
import io.spotdock.update.ReleaseServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatestReleaseTest {
    private static final SemanticVersion OWN = SemanticVersion.parse("1.3.0").orElseThrow();

    private final ReleaseServer server = new ReleaseServer();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private Optional<Announced> latest() {
        return new LatestRelease(server.address(), OWN, Map.of()).latest();
    }

    private static Failure failureOf(LatestRelease release) {
        return catchThrowableOfType(FailureException.class, release::latest).failure();
    }

    private Failure failure() {
        return failureOf(new LatestRelease(server.address(), OWN, Map.of()));
    }

    private Fault unfit() {
        Failure failure = failure();
        assertThat(failure).isInstanceOf(Failure.Invalid.class);
        assertThat(((Failure.Invalid) failure).field())
                .isEqualTo(server.address().toString());
        return ((Failure.Invalid) failure).fault();
    }

    @Test
    void aReleaseIsToldWithItsPageAndItsDay() {
        server.telling("v1.4.0");
        assertThat(latest())
                .contains(new Announced(
                        SemanticVersion.parse("1.4.0").orElseThrow(),
                        Optional.of(URI.create("https://github.com/spotdock/spotdock/releases/tag/v1.4.0")),
                        Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
                        false));
    }

    @Test
    void theQuestionSaysWhichVersionAsksAndNothingElse() {
        server.telling("v1.4.0");
        latest();
        assertThat(server.asked()).hasSize(1);
        Map<String, List<String>> question = server.asked().getFirst();
        assertThat(question.keySet()).containsExactlyInAnyOrder("", "accept", "host", "user-agent");
        assertThat(question)
                .containsEntry("", List.of("GET " + server.address().getPath()))
                .containsEntry("accept", List.of("application/vnd.github+json"))
                .containsEntry("user-agent", List.of("spotdock/1.3.0"));
    }

    @Test
    void aDraftIsNoRelease() {
        server.telling("v1.4.0", Map.of("draft", "true"));
        assertThat(latest()).isEmpty();
    }

    @Test
    void aPreReleaseIsToldAsOne() {
        server.telling("v1.4.0", Map.of("prerelease", "true"));
        assertThat(latest().orElseThrow().preliminary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"http://github.com/x\"",
                "\"javascript:alert(1)\"",
                "\"file:///etc/passwd\"",
                "\"https://github.com@evil.example/x\"",
                "\"https:///x\"",
                "\"https://github.com/x\\u0000\"",
                "\"https://github.com/\\u202egpj.exe\"",
                "\"https://github.com/a b\"",
                "[]",
                "null"
            })
    void aPageThatABrowserIsBetterNotSentToIsIgnored(String page) {
        server.telling("v1.4.0", Map.of("html_url", page));
        assertThat(latest().orElseThrow().page()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sign in to the guest network</html>",
                "[]",
                "{}",
                "{\"tag_name\":\"latest\"}",
                "{\"tag_name\":\"v1.4.0\\u001b[2J\"}",
                "{\"tag_name\":14}",
                "{\"tag_name\":{\"a\":[]}}"
            })
    void whatTellsOfNoReleaseIsSaidToTellOfNone(String body) {
        server.answering(200, Map.of(), body);
        assertThat(unfit()).isEqualTo(Fault.of("fault.updates.garbled"));
    }

    @Test
    void anAnswerNestedWithoutEndIsGarbled() {
        server.answering(200, Map.of(), "[".repeat(60_000));
        assertThat(unfit()).isEqualTo(Fault.of("fault.updates.garbled"));
    }

    @Test
    void anAnswerThatIsTooLongIsNotRead() {
        server.telling("v1.4.0", Map.of("body", "\"" + "x".repeat(64 * 1024) + "\""));
        assertThat(unfit()).isEqualTo(Fault.of("fault.updates.long"));
    }

    @Test
    void whereNothingIsPublishedThatIsSaid() {
        assertThat(unfit()).isEqualTo(Fault.of("fault.updates.none"));
    }

    @Test
    void whoHasAskedTooOftenIsToldToWait() {
        server.answering(403, Map.of("X-RateLimit-Remaining", "0"), "{}");
        assertThat(failure()).isEqualTo(new Failure.Throttled("localhost", ""));
        server.answering(429, Map.of(), "{}");
        assertThat(failure()).isEqualTo(new Failure.Throttled("localhost", ""));
        server.answering(403, Map.of("X-RateLimit-Remaining", "59"), "{}");
        assertThat(unfit()).isEqualTo(Fault.of("fault.updates.refused", 403));
    }

    @Test
    void aServerInTroubleCouldNotBeReached() {
        server.answering(503, Map.of(), "");
        assertThat(failure()).isEqualTo(new Failure.Unreachable("localhost", "503"));
    }

    @Test
    void aRedirectElsewhereIsNotFollowed() {
        try (ReleaseServer elsewhere = new ReleaseServer().telling("v9.0.0")) {
            server.answering(302, Map.of("Location", elsewhere.address().toString()), "");
            assertThat(unfit().key()).isEqualTo("fault.updates.elsewhere");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void aServerThatStaysSilentIsLeftInTime() {
        server.silent();
        // Long enough for a busy machine to have sent the question.
        Duration patience = Duration.ofSeconds(3);
        LatestRelease release = new LatestRelease(server.address(), OWN, Network.of(Map.of()), patience);
        assertThat(failureOf(release)).isInstanceOf(Failure.Unreachable.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        Authority authority = new Authority(folder);
        String none = folder.resolve("none").toString();
        try (ReleaseServer secure = new ReleaseServer(authority.server("dns:localhost")).telling("v1.4.0")) {
            Map<String, String> strangers = Map.of("SSL_CERT_FILE", none);
            Failure failure = failureOf(new LatestRelease(secure.address(), OWN, strangers));
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            Failure.Unreachable.class,
                            unreachable -> assertThat(
                                            unreachable.why().orElseThrow().key())
                                    .isEqualTo("fault.network.issuer"));
            assertThat(secure.asked()).isEmpty();

            Map<String, String> company = Map.of(
                    "SSL_CERT_FILE", none, "SPOTDOCK_CA_BUNDLE", authority.pem().toString());
            assertThat(new LatestRelease(secure.address(), OWN, company).latest())
                    .isPresent();
        }
    }
}
