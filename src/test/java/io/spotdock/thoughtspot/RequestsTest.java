package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.LiveboardReference;
import io.spotdock.domain.ScheduledTime;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.domain.resource.WebhookSignature;
import io.spotdock.plan.Secrets;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.port.Schedules;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire: documented members only, and of an update those that differ. */
class RequestsTest {
    private static final SecretReference REFERENCE = new SecretReference.Environment("X");
    private static final Optional<SecretReference> SECRET = Optional.of(REFERENCE);

    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    /** Closing the server says what is not documented; each of these has to be there for that to mean anything. */
    @ParameterizedTest
    @EnumSource(Call.class)
    void everyCallOfTheAdapterIsMadeAsDocumented(Call call) {
        makeAllCalls();

        assertThat(server.seen())
                .anyMatch(seen -> Documented.endPoints().contains(documented(call))
                        && seen.path().matches(documented(call).replace("{}", "[^/]+")));
    }

    private static String documented(Call call) {
        return call.path("{}").replace("/api/rest/2.0/", "").replace("%7B%7D", "{}");
    }

    private void makeAllCalls() {
        server.then("auth/token/full", 200, "{\"token\": \"t0ken-t0ken-t0ken\"}")
                .then("orgs/search", 200, "[{\"id\": 9, \"name\": \"Hidden\"}]")
                .then("webhooks/storage-config", 200, Samples.OFFERS)
                .then("webhooks/search", 200, Samples.LISTED)
                .then("webhooks/create", 200, Samples.STORED)
                .then("webhooks/w1/update", 204, "")
                .then("webhooks/delete", 200, Samples.DELETED)
                .then("system/preferences/communication-channels/search", 200, Samples.CHANNELS)
                .then("system/preferences/communication-channels/configure", 204, "")
                .then("system/communication-channels/validate", 200, Samples.VALIDATED)
                .then("system", 404, "")
                .then("auth/token/validate", 200, "{}")
                .then("schedules/search", 200, "[]")
                .then("schedules/create", 200, "{\"id\": \"s1\", \"name\": \"Spotdock\"}")
                .then("schedules/s1/delete", 204, "")
                .then("jobs/history/communication-channels/search", 200, "{\"jobs\": []}");
        WebhookService service = server.connect();
        service.storageOffers();
        for (Webhook wanted : List.of(Samples.WANTED, Samples.full(), Samples.bare())) {
            service.create(wanted);
            for (WebhookField field : WebhookField.values()) service.update("w1", wanted, Set.of(field));
            service.update("w1", wanted, EnumSet.allOf(WebhookField.class));
        }
        service.webhooks();
        service.delete("w1");
        service.setChannels(service.channels().withWebhook());
        service.resetChannels(service.channels().org());
        service.validate("w1");
        service.cluster();
        service.tokenLife();
        service.schedules().ofLiveboards();
        service.schedules()
                .create(new Schedules.Wish(
                        "Spotdock",
                        "A test",
                        LiveboardReference.parse("9bd202f5-d431-44bf-9a07-b4f7be372125")
                                .good()
                                .orElseThrow(),
                        ScheduledTime.after(Instant.EPOCH, ZoneOffset.UTC),
                        "tsadmin"));
        service.schedules().runs("s1");
        service.schedules().delete("s1");
        service.history().jobs("w1", "s1", Instant.EPOCH);
        service.history().job("j1");
        Scripted.failure(() -> server.connect(new SignIn.Password("tsadmin", Secret.of("p")), "Hidden")
                .user());
        Scripted.failure(() -> server.connect(new SignIn.SecretKey("tsadmin", Secret.of("k")), "Hidden")
                .user());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"n\", \"url\": \"u\"}",
                "{\"name\": \"n\", \"url\": \"u\", \"events\": [\"LIVEBOARD_SCHEDULE\"], \"description\": null}",
                "{\"name\": \"n\", \"url\": \"u\", \"events\": [\"LIVEBOARD_SCHEDULE\"], \"colour\": \"blue\"}",
                "{\"name\": \"n\", \"url\": \"u\", \"events\": [\"OTHER\"]}",
                "{\"name\": \"n\", \"url\": \"u\", \"events\": [\"LIVEBOARD_SCHEDULE\"], \"authentication\": {}}",
                "{\"name\": \"n\", \"url\": \"u\", \"events\": [\"LIVEBOARD_SCHEDULE\"], \"url_params\": {\"a\": 1}}",
                ""
            })
    void whatIsNotDocumentedIsNoticed(String body) {
        assertThat(Documented.problems("webhooks/create", body)).hasSize(1);
        assertThat(Documented.problems("webhooks/invented", "{}")).hasSize(1);
    }

    /** One change of a webhook, and the members of the request that are to carry it. */
    record Single(String name, Webhook wanted, Set<String> members) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Single> singleChanges() {
        Webhook full = registered();
        return Stream.of(
                new Single("name", with(WebhookField.NAME, named("Another")), Set.of("name")),
                new Single("url", with(WebhookField.URL, Samples.bare(), "https://other.example.com/"), Set.of("url")),
                new Single(
                        "description cleared",
                        full.with(Set.of(WebhookField.DESCRIPTION), Samples.bare()),
                        Set.of("description")),
                new Single(
                        "URL parameters cleared",
                        full.with(Set.of(WebhookField.URL_PARAMS), Samples.bare()),
                        Set.of("url_params")),
                new Single(
                        "headers cleared",
                        full.with(Set.of(WebhookField.HEADERS), Samples.bare()),
                        Set.of("additional_headers")),
                new Single(
                        "header added",
                        full.withHeaders(Map.of("X-Team", "data", "X-More", "1")),
                        Set.of("additional_headers")),
                new Single(
                        "authentication cleared",
                        full.with(Set.of(WebhookField.AUTHENTICATION), Samples.bare()),
                        Set.of("reset_options")),
                new Single(
                        "signature cleared",
                        full.with(Set.of(WebhookField.SIGNATURE), Samples.bare()),
                        Set.of("reset_options")),
                new Single(
                        "storage cleared",
                        full.with(Set.of(WebhookField.STORAGE), Samples.bare()),
                        Set.of("reset_options")),
                new Single("switched on", full.withEnabled(true), Set.of("status")),
                new Single(
                        "API key",
                        signingIn(new WebhookAuthentication.ApiKey("X-API-Key", SECRET)),
                        Set.of("authentication")),
                new Single("Basic", signingIn(new WebhookAuthentication.Basic("u", SECRET)), Set.of("authentication")),
                new Single(
                        "bearer token",
                        signingIn(new WebhookAuthentication.BearerToken(SECRET)),
                        Set.of("authentication")),
                new Single(
                        "another client",
                        signingIn(new WebhookAuthentication.OAuth2("https://id.example.com/token", "other", SECRET)),
                        Set.of("authentication")),
                new Single("signature header", signed("X-Other"), Set.of("signature_verification")),
                new Single(
                        "prefix", full.with(Set.of(WebhookField.STORAGE), prefixed()), Set.of("storage_destination")));
    }

    @ParameterizedTest
    @MethodSource("singleChanges")
    void anUpdateHoldsTheOneFieldThatDiffersAndNoOther(Single change) {
        server.then("webhooks/w1/update", 204, "");
        Webhook present = registered();

        server.connect()
                .update("w1", change.wanted(), WebhookComparison.fields(present, change.wanted(), Secrets.TYPED));

        JsonNode sent = WebhookRequestTest.json(
                server.seen("webhooks/w1/update").getFirst().body());
        assertThat(sent.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(change.members());
    }

    @Test
    void aStorageInGoogleCloudIsNeverSentAsOneInS3() {
        Webhook googles = Samples.full().with(Set.of(WebhookField.STORAGE), stored(StorageDestination.ofGoogle("b")));

        assertThat(Scripted.failure(() -> server.connect().create(googles))).isInstanceOf(Failure.Invalid.class);
        assertThat(server.seen("webhooks/create")).isEmpty();
    }

    @Test
    void oneWithoutEventsIsTheOrgsAndOneOfAnotherOrgIsNot() {
        server.then(
                "webhooks/search",
                200,
                "{\"webhooks\": [%s, %s, %s]}"
                        .formatted(
                                Samples.STORED.replace("[\"LIVEBOARD_SCHEDULE\"]", "null"),
                                Samples.STORED
                                        .replace("w1", "w2")
                                        .replace(
                                                "{\"id\": \"0\", \"name\": \"Primary\"}",
                                                "{\"id\": \"7\", \"name\": \"Sales\"}"),
                                Samples.STORED
                                        .replace("w1", "w3")
                                        .replace(
                                                "{\"id\": \"0\", \"name\": \"Primary\"}",
                                                "{\"id\": null, \"name\": \"Sales\"}")));

        assertThat(server.connect().webhooks())
                .extracting(webhook -> webhook.serverId().orElse(""))
                .containsExactly("w1");
        assertThat(server.seen("webhooks/search").getFirst().body())
                .as("a filter by event would leave out the one without events")
                .doesNotContain("event_type");
    }

    @Test
    void aServerThatAnswersOthersWebhooksForEverIsLeft() {
        server.then(
                "webhooks/search",
                200,
                "{\"webhooks\": [%s], \"pagination\": {\"has_more\": true}}"
                        .formatted(Samples.STORED.replace("\"id\": \"0\"", "\"id\": \"7\"")));

        assertThat(server.connect().webhooks()).isEmpty();
        assertThat(server.seen("webhooks/search")).hasSize(2);
    }

    /** As it would be read back: all that can be named, without secrets. */
    private static Webhook registered() {
        Webhook full = Samples.full();
        return new Webhook(
                Optional.of("w1"),
                full.name(),
                full.url(),
                full.description(),
                full.urlParams(),
                new WebhookAuthentication.OAuth2("https://id.example.com/token", "client", Optional.empty()),
                Optional.of(new WebhookSignature("X-Signature", Optional.empty())),
                full.headers(),
                full.storage(),
                full.enabled());
    }

    private static Webhook with(WebhookField field, Webhook other) {
        return registered().with(Set.of(field), other);
    }

    private static Webhook with(WebhookField field, Webhook like, String url) {
        return with(field, copy(like, like.name(), url, like.authentication(), like.signature(), like.storage()));
    }

    private static Webhook named(String name) {
        Webhook bare = Samples.bare();
        return copy(bare, name, bare.url(), bare.authentication(), bare.signature(), bare.storage());
    }

    private static Webhook signingIn(WebhookAuthentication authentication) {
        return with(WebhookField.AUTHENTICATION, Samples.with(authentication));
    }

    private static Webhook signed(String header) {
        Webhook bare = Samples.bare();
        return with(
                WebhookField.SIGNATURE,
                copy(
                        bare,
                        bare.name(),
                        bare.url(),
                        bare.authentication(),
                        Optional.of(new WebhookSignature(header, SECRET)),
                        bare.storage()));
    }

    private static Webhook stored(StorageDestination storage) {
        Webhook bare = Samples.bare();
        return copy(bare, bare.name(), bare.url(), bare.authentication(), bare.signature(), Optional.of(storage));
    }

    private static Webhook prefixed() {
        StorageDestination old = Samples.STORAGE;
        return stored(new StorageDestination(
                old.bucket(),
                old.region(),
                old.roleArn(),
                old.externalId(),
                new io.spotdock.domain.KeyPrefix("other/")));
    }

    private static Webhook copy(
            Webhook like,
            String name,
            String url,
            WebhookAuthentication authentication,
            Optional<WebhookSignature> signature,
            Optional<StorageDestination> storage) {
        return new Webhook(
                like.serverId(),
                name,
                url,
                like.description(),
                like.urlParams(),
                authentication,
                signature,
                like.headers(),
                storage,
                like.enabled());
    }
}
