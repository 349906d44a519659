package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    private Failure search(int status, String body) {
        server.instead("webhooks/search", status, body);
        return failure(() -> server.connect().webhooks());
    }

    private Failure create(int status, String body) {
        server.instead("webhooks/create", status, body).instead("webhooks/search", 200, Samples.NONE_LISTED);
        return failure(() -> server.connect().create(Samples.WANTED));
    }

    private String host() {
        return server.address().getAuthority();
    }

    @Test
    void eachStatusHasItsMeaning() {
        assertThat(search(401, "")).isEqualTo(new Failure.Expired("sign-in.thoughtspot-token", ""));
        assertThat(search(403, Samples.error("no privilege")))
                .isEqualTo(new Failure.Denied("webhooks/search", "webhook", "tsadmin", "no privilege"));
        assertThat(search(404, "")).isEqualTo(new Failure.Missing("webhook", ""));
        assertThat(search(400, ""))
                .isEqualTo(
                        new Failure.Invalid("webhook", Fault.of("fault.thoughtspot-refused", "webhooks/search"), ""));
        assertThat(search(429, "")).isEqualTo(new Failure.Throttled("ThoughtSpot", ""));
        assertThat(search(500, Samples.error("broken")))
                .isEqualTo(new Failure.Unreachable(host(), "500 broken (0a1b-incident)"));
        assertThat(search(503, "<html>nginx</html>")).isEqualTo(new Failure.Unreachable(host(), "503 nginx"));
        assertThat(search(418, Samples.error("teapot")))
                .isEqualTo(new Failure.Unexpected("0a1b-incident", "418 teapot"));
    }

    @Test
    void anOlderClusterHasNoStorageConfig() {
        assertThat(failure(() -> server.connect().storageOffers()))
                .isEqualTo(new Failure.Missing("storage-config", "no such path"));
    }

    @Test
    void aSecondWebhookOfAnOrgIsRecognised() {
        assertThat(create(400, Samples.error("A webhook for LIVEBOARD_SCHEDULE already exists")))
                .isInstanceOf(Failure.AlreadyThere.class);
        assertThat(create(409, "")).isInstanceOf(Failure.AlreadyThere.class);
    }

    @Test
    void aSecondWebhookIsRecognisedWhateverTheWords() {
        server.then("webhooks/create", 400, Samples.error("Nein"))
                .then("webhooks/search", 200, Samples.LISTED.replace("w1", "w0").replace("_S3", "_Old"));
        assertThat(failure(() -> server.connect().create(Samples.WANTED)))
                .isEqualTo(new Failure.AlreadyThere("webhook", "Nein"));
    }

    @Test
    void aRefusedFieldIsNamedAsInTheSettings() {
        assertThat(field("storage_destination...role_arn is not valid")).isEqualTo("role.name");
        assertThat(field("external_id must be given")).isEqualTo("role.external-id");
        assertThat(field("bucket_name is wrong")).isEqualTo("bucket.name");
        assertThat(field("url must be a valid HTTPS URL")).isEqualTo("webhook.url");
        assertThat(field("what?")).isEqualTo("webhook");
    }

    private String field(String said) {
        return create(400, Samples.error(said)) instanceof Failure.Invalid invalid ? invalid.field() : "?";
    }

    @Test
    void theTextOfAnyErrorBodyIsFound() {
        for (String body : List.of(
                "{\"error\": {\"message\": {\"debug\": \"the text\"}}}",
                "{\"error\": {\"message\": \"the text\"}}",
                "{\"error\": \"the text\"}",
                "{\"message\": \"the text\"}",
                "[{\"error\": {\"message\": {\"debug\": [\"x\"], \"message\": \"the text\"}}}]",
                "the text",
                " <html><script>var x = '<b>';</script><body>the\n<b>text</b></body></html>"))
            assertThat(search(403, body).said()).as(body).isEqualTo("the text");
    }

    @Test
    void anErrorWithAGoodStatusIsNoAnswer() {
        assertThat(search(200, Samples.error("broken")))
                .isEqualTo(new Failure.Unexpected("0a1b-incident", "200 broken"));
        server.then("webhooks/w1/update", 200, Samples.error("broken"));
        assertThat(failure(() -> server.connect()
                        .update("w1", Samples.WANTED, java.util.Set.of(io.spotdock.domain.resource.WebhookField.NAME))))
                .isInstanceOf(Failure.Unexpected.class);
        server.instead("webhooks/w1/update", 200, "<html>Sign in</html>");
        assertThat(failure(() -> server.connect()
                        .update("w1", Samples.WANTED, java.util.Set.of(io.spotdock.domain.resource.WebhookField.NAME))))
                .isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void noFailureRepeatsASecretThatTheServerEchoes() {
        String webhookSecret = "value of env:RECEIVER_TOKEN";
        String coded = Base64.getEncoder().encodeToString(Scripted.PASSWORD.getBytes(StandardCharsets.UTF_8));
        for (int status : new int[] {200, 400, 403, 404, 418, 429, 500}) {
            server.instead("auth/token/full", 200, "{\"token\": \"" + Scripted.TOKEN + "\"}");
            server.instead("webhooks/search", 200, Samples.NONE_LISTED);
            for (String echo : List.of(
                    Scripted.TOKEN,
                    Scripted.TOKEN.substring(0, 12) + "...",
                    Scripted.TOKEN.substring(20),
                    coded,
                    Scripted.PASSWORD,
                    Scripted.PASSWORD.replace("\"", "\\\""),
                    webhookSecret)) {
                server.instead("webhooks/create", status, "bad request: {\"a\": \"" + echo + "\"}");
                WebhookService service = server.connectAsUser();
                Failure failure = failure(() -> service.create(Samples.WANTED));
                assertThat(failure.toString())
                        .doesNotContain(Scripted.TOKEN.substring(0, 8), Scripted.TOKEN.substring(22, 30))
                        .doesNotContain("battery", "correct horse", coded, webhookSecret);
            }
        }
    }

    @Test
    void aRedirectToAnotherHostTakesNoTokenAlong() {
        try (Scripted other = new Scripted()) {
            for (int status : new int[] {301, 302, 307, 308}) {
                server.instead(
                        "auth/session/user",
                        status,
                        "",
                        "Location",
                        other.address() + "/api/rest/2.0/auth/session/user");
                assertThat(failure(() -> server.connect().user()))
                        .isInstanceOfSatisfying(
                                Failure.Invalid.class,
                                invalid -> assertThat(invalid.fault())
                                        .isEqualTo(Fault.of("fault.thoughtspot-host.moved", other.address())));
            }
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void aRedirectOnTheSameHostIsFollowedWithTheToken() {
        server.instead("auth/session/user", 302, "", "Location", "/elsewhere").then("/elsewhere", 200, Scripted.USER);
        assertThat(server.connect().user().name()).isEqualTo("tsadmin");
        assertThat(server.seen("/elsewhere").getFirst().authorization()).isPresent();
    }

    @Test
    void aRedirectInCirclesEnds() {
        server.instead("auth/session/user", 302, "", "Location", "/api/rest/2.0/auth/session/user");
        assertThat(failure(() -> server.connect().user())).isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void noServerAtAllIsUnreachable() {
        String host = host();
        server.close();
        assertThat(failure(() -> server.connect().user()))
                .isInstanceOfSatisfying(
                        Failure.Unreachable.class, f -> assertThat(f.host()).isEqualTo(host));
        assertThat(server.slept).isEmpty();
    }

    @Test
    void aSignInNeverShowsInText() {
        SignIn signIn = new SignIn.Password("u", Secret.of("pw"));
        assertThat(signIn.toString()).doesNotContain("pw");
    }
}
