package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Org;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.port.WebhookService.Validation;
import io.spotdock.port.WebhookService.ValidationStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final String SEARCH = "system/preferences/communication-channels/search";
    private static final String CONFIGURE = "system/preferences/communication-channels/configure";
    private static final String VALIDATE = "system/communication-channels/validate";
    private static final Org PRIMARY = new Org(0, "Primary");
    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatStorageConfigOffersIsRead() {
        server.then("webhooks/storage-config", 200, Samples.OFFERS);
        assertThat(server.connect().storageOffers())
                .containsExactly(
                        new StorageOffer.AwsToS3(
                                new AccountId("123456789012"), Optional.of(new ExternalId("ts-webhook-x7k9m2p4q1"))),
                        new StorageOffer.GcpToS3(new ServiceAccountId("115663769112811637952")),
                        new StorageOffer.Other("GCP_TO_GCS_STORAGE"));
    }

    private static final String IN_TEXT = """
            {'Statement': {'Condition': {'StringEquals': {'sts:ExternalId': 'abc'}}}}""".replace("'", "\\\\\"");

    @Test
    void aTemplateMayComeAsTextAndAPlaceholderIsNoExternalId() {
        server.then(
                        "webhooks/storage-config",
                        200,
                        Samples.OFFERS.replaceFirst(
                                "\"trust_policy_template\": \\{.*\\n.*\\n.*\\]}}}",
                                "\"trust_policy_template\": \"" + IN_TEXT + "\"}}"))
                .then("webhooks/storage-config", 200, Samples.OFFERS.replace("ts-webhook-x7k9m2p4q1", "<external id>"));
        assertThat(server.connect().storageOffers().getFirst())
                .isEqualTo(new StorageOffer.AwsToS3(new AccountId("123456789012"), Optional.of(new ExternalId("abc"))));
        assertThat(server.connect().storageOffers().getFirst())
                .isEqualTo(new StorageOffer.AwsToS3(new AccountId("123456789012"), Optional.empty()));
    }

    @Test
    void webhooksAreListedToTheLastPage() {
        server.then("webhooks/search", 200, page(0, 50, "\"has_more\": true"))
                .then("webhooks/search", 200, page(50, 100, "\"total_count\": \"101\""))
                .then("webhooks/search", 200, page(100, 101, "\"has_more\": false"));
        assertThat(server.connect().webhooks()).hasSize(101);
        assertThat(server.seen("webhooks/search"))
                .extracting(Scripted.Seen::body)
                .last()
                .asString()
                .contains("\"record_offset\":100");
    }

    @Test
    void aServerThatAnswersTheSamePageForEverIsLeft() {
        server.then("webhooks/search", 200, page(0, 50, "\"has_more\": true"));
        assertThat(server.connect().webhooks()).hasSize(50);
        assertThat(server.seen("webhooks/search")).hasSize(2);
    }

    private static String page(int from, int to, String pagination) {
        String webhooks = IntStream.range(from, to)
                .mapToObj(i -> "{\"id\": \"w" + i + "\", \"name\": \"n" + i + "\"}")
                .collect(Collectors.joining(","));
        return "{\"webhooks\": [" + webhooks + "], \"pagination\": {" + pagination + "}}";
    }

    @Test
    void aWebhookOfAnotherOrgOrEventIsLeftOut() {
        server.then(
                "webhooks/search",
                200,
                "{\"webhooks\": [%s, %s, %s]}"
                        .formatted(
                                Samples.STORED,
                                Samples.STORED.replace("w1", "w2").replace("\"id\": \"0\"", "\"id\": \"7\""),
                                Samples.STORED.replace("w1", "w3").replace("[\"LIVEBOARD_SCHEDULE\"]", "[\"OTHER\"]")));
        assertThat(server.connect().webhooks())
                .extracting(webhook -> webhook.serverId().orElse(""))
                .containsExactly("w1");
    }

    @Test
    void noWebhooksIsNotMistakenForAnUnreadableAnswer() {
        for (String none : List.of(Samples.NONE_LISTED, "{\"webhooks\": null}", "[]")) {
            server.instead("webhooks/search", 200, none);
            assertThat(server.connect().webhooks()).isEmpty();
        }
        for (String broken : List.of("", "{}", "<html>", "{\"webhooks\": \"none\"}", "{\"webhooks\": [{}]}", "null")) {
            server.instead("webhooks/search", 200, broken);
            assertThat(failure(() -> server.connect().webhooks())).as(broken).isInstanceOf(Failure.Unexpected.class);
        }
    }

    @Test
    void anIdentifierIsEncodedInThePath() {
        server.then("webhooks/a%2Fb%20%3F%C3%BC%2E%2E/update", 204, "");
        server.connect().update("a/b ?ü..", Samples.WANTED, Set.of(WebhookField.NAME));
    }

    @Test
    void anUpdateOfNothingCallsNothing() {
        server.connect().update("w1", Samples.WANTED, Set.of());
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aDeleteIsDoneWhenTheServerSaysSoOrTheWebhookIsGone() {
        server.then("webhooks/delete", 200, Samples.DELETED).then("webhooks/search", 200, Samples.NONE_LISTED);
        server.connect().delete("w1");
        assertThat(server.seen("webhooks/delete").getFirst().body()).isEqualTo("{\"webhook_identifiers\":[\"w1\"]}");
        server.instead("webhooks/delete", 204, "");
        server.connect().delete("w1");
        server.instead("webhooks/search", 200, Samples.LISTED);
        assertThat(failure(() -> server.connect().delete("w1"))).isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void aDeleteThatFailedSaysWhy() {
        assertThat(failed("Webhook not found")).isInstanceOf(Failure.Missing.class);
        assertThat(failed("User is not allowed to delete")).isInstanceOf(Failure.Denied.class);
        assertThat(failed("Disk full")).isInstanceOf(Failure.Unexpected.class);
    }

    private Failure failed(String error) {
        server.instead("webhooks/delete", 200, """
                {"deleted_count": 0, "failed_count": 1, "deleted_webhooks": [], "failed_webhooks":
                 [{"id": "w1", "name": "n", "error": "%s"}]}""".formatted(error));
        return failure(() -> server.connect().delete("w1"));
    }

    @Test
    void theOrgsPreferenceWinsOverTheClusters() {
        server.then(SEARCH, 200, Samples.CHANNELS);
        assertThat(server.connect().channels())
                .isEqualTo(new ChannelPreference(PRIMARY, Set.of(Channel.EMAIL, Channel.WEBHOOK), Source.ORG));
        assertThat(server.seen(SEARCH).getFirst().body()).isEqualTo("""
                {"cluster_preferences":["LIVEBOARD_SCHEDULE"],"org_preferences":[{"org_identifier":"0",\
                "event_types":["LIVEBOARD_SCHEDULE"]}]}""");
    }

    @Test
    void theClustersPreferenceHoldsWhereTheOrgHasNone() {
        for (String none : List.of("null", "[]", "[{\"org\": {\"id\": \"0\"}, \"preferences\": []}]")) {
            server.instead(SEARCH, 200, """
                    {"cluster_preferences": [{"event_type": "LIVEBOARD_SCHEDULE", "channels": ["EMAIL"]}],
                     "org_preferences": %s}""".formatted(none));
            assertThat(server.connect().channels())
                    .isEqualTo(new ChannelPreference(PRIMARY, Set.of(Channel.EMAIL), Source.CLUSTER));
        }
        server.instead(SEARCH, 200, "{\"cluster_preferences\": null, \"org_preferences\": null}");
        assertThat(server.connect().channels()).isEqualTo(new ChannelPreference(PRIMARY, Set.of(), Source.NOWHERE));
        server.instead(SEARCH, 200, "{}");
        assertThat(failure(() -> server.connect().channels())).isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void settingChannelsKeepsOneThatIsNewerThanSpotdock() {
        server.then(SEARCH, 200, Samples.CHANNELS.replace("\"EMAIL\", \"WEBHOOK\"", "\"EMAIL\", \"SLACK\""))
                .then(CONFIGURE, 204, "");
        server.connect().setChannels(server.connect().channels().withWebhook());
        assertThat(server.seen(CONFIGURE).getFirst().body()).isEqualTo("""
                {"org_preferences":[{"org_identifier":"0","operation":"REPLACE","preferences":[{\
                "event_type":"LIVEBOARD_SCHEDULE","channels":["EMAIL","SLACK","WEBHOOK"]}]}]}""");
    }

    @Test
    void resettingChannelsNamesTheEvent() {
        server.then(CONFIGURE, 204, "");
        server.connect().resetChannels(PRIMARY);
        assertThat(server.seen(CONFIGURE).getFirst().body()).isEqualTo("""
                {"org_preferences":[{"org_identifier":"0","operation":"RESET","reset_events":["LIVEBOARD_SCHEDULE"]}]}""");
    }

    @Test
    void aValidationTellsEachStep() {
        server.then(VALIDATE, 200, Samples.VALIDATED);
        assertThat(server.connect().validate("w1"))
                .isEqualTo(new Validation(
                        "j1",
                        "SUCCESS",
                        List.of(
                                new ValidationStep(
                                        "STORAGE_FILE_UPLOAD_CHECK",
                                        true,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("thoughtspot/v.csv")),
                                new ValidationStep(
                                        "HTTP_CONNECTION_CHECK",
                                        true,
                                        Optional.of(200),
                                        Optional.empty(),
                                        Optional.empty()))));
        assertThat(server.seen(VALIDATE).getFirst().body()).isEqualTo("""
                {"channel_type":"WEBHOOK","channel_identifier":"w1","event_type":"LIVEBOARD_SCHEDULE"}""");
    }

    @Test
    void aValidationIsNeverBetterThanItsWorstStep() {
        assertThat(result(Samples.FAILED_VALIDATION)).isEqualTo("FAILED");
        assertThat(result(Samples.FAILED_VALIDATION.replace(
                        "\"result_code\": \"FAILED\"", "\"result_code\": \"SUCCESS\"")))
                .isEqualTo("FAILED");
        assertThat(result(Samples.VALIDATED.replace("\"http_status\": 200", "\"http_status\": \"503\"")))
                .isEqualTo("PARTIAL_SUCCESS");
        assertThat(result(Samples.VALIDATED.replace("\"status\": \"SUCCESS\", \"http", "\"http")))
                .isEqualTo("PARTIAL_SUCCESS");
        assertThat(result("{\"result_code\": \"SUCCESS\", \"details\": [null, 7]}"))
                .isEqualTo("FAILED");
    }

    @Test
    void aBrokenValidationIsNone() {
        for (String body : List.of(
                "",
                "{}",
                "[]",
                "{\"result_code\": null}",
                "{\"result_code\": \"GREAT\"}",
                "{\"result_code\": \"SUCCESS\", \"details\": \"FAILED\"}",
                "{\"result_code\": \"FAILED\", \"result_code\": \"SUCCESS\"}",
                Samples.VALIDATED.substring(0, 300),
                Samples.VALIDATED + "}")) assertThat(result(body)).as(body).isEqualTo("none");
    }

    private String result(String body) {
        server.instead(VALIDATE, 200, body);
        try {
            return server.connect().validate("w1").result();
        } catch (io.spotdock.domain.FailureException e) {
            assertThat(e.failure()).isInstanceOf(Failure.Unexpected.class);
            return "none";
        }
    }
}
