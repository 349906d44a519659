package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private final World world = World.onAws();
    private final Api admin = world.admin;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void anAnswerHasEveryFieldAndNullWhereNothingIsSet() {
        JsonNode made = admin.post("/webhooks/create", World.webhook("")).body();

        assertThat(made.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "description",
                        "org",
                        "url",
                        "url_params",
                        "events",
                        "authentication",
                        "signature_verification",
                        "additional_headers",
                        "creation_time_in_millis",
                        "modification_time_in_millis",
                        "created_by",
                        "last_modified_by",
                        "storage_destination",
                        "status");
        assertThat(made.path("status").isNull()).isTrue();
        assertThat(made.path("authentication").isNull()).isTrue();
        assertThat(made.path("org").path("id").isTextual()).isTrue();
        assertThat(made.path("creation_time_in_millis").asLong())
                .isEqualTo(world.now().toEpochMilli());
        assertThat(made.path("created_by").path("name").asText()).isEqualTo("admin");
        assertThat(search("{}").path("webhooks").path(0)).isEqualTo(made);
    }

    @Test
    void storageComesBackAsRegisteredAndNamesNoOtherCloud() {
        JsonNode config = admin.post("/webhooks/create", World.webhook(world.storage("Case-Sensitive")))
                .body()
                .path("storage_destination")
                .path("storage_config");

        assertThat(config.path("aws_s3_config").path("external_id").asText()).isEqualTo("Case-Sensitive");
        assertThat(config.path("aws_s3_config").path("path_prefix").asText()).isEqualTo("reports/");
        assertThat(config.path("gcp_gcs_config").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'API_KEY': {'key': 'X-Key', 'value': 'very-secret'}}",
                "{'BASIC_AUTH': {'username': 'me', 'password': 'very-secret'}}",
                "{'BEARER_TOKEN': 'very-secret'}",
                "{'OAUTH2': {'authorization_url': 'https://a.example', 'client_id': 'c', 'client_secret': 'very-secret'}}"
            })
    void noSecretComesBack(String authentication) {
        String webhook = World.webhook("'authentication': " + authentication
                + ", 'signature_verification': {'type': 'HMAC_SHA256', 'header': 'X-Sig', 'algorithm': 'SHA256',"
                + " 'secret': 'very-secret'}");

        Api.Reply made = admin.post("/webhooks/create", webhook);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).contains("***").doesNotContain("very-secret");
        assertThat(made.body().path("signature_verification").path("secret").asText())
                .isEqualTo("***");
        assertThat(admin.post("/webhooks/search", "{}").text()).doesNotContain("very-secret");
        assertThat(admin.post("/webhooks/delete", "{'webhook_identifiers': ['Webhook_S3']}")
                        .text())
                .doesNotContain("very-secret");
    }

    @Test
    void anOrgHasOneWebhookAndAnotherOrgItsOwn() {
        world.registered();

        Api.Reply second = admin.post("/webhooks/create", World.webhook("").replace("Webhook_S3", "Another"));
        Api.Reply sameName = admin.post("/webhooks/create", World.webhook(""));

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.debug()).contains("already exists").contains("LIVEBOARD_SCHEDULE");
        assertThat(sameName.debug()).contains("name \"Webhook_S3\"");
        Api sales = world.user("admin", 1);
        assertThat(sales.post("/webhooks/create", World.webhook("")).status()).isEqualTo(200);
        assertThat(search("{}").path("webhooks").size()).isEqualTo(1);
        assertThat(search("{'org_identifier': 'Sales'}")
                        .path("webhooks")
                        .path(0)
                        .path("org")
                        .path("name")
                        .asText())
                .isEqualTo("Sales");
    }

    @Test
    void ofManyCreationsAtOnceOneWins() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> admin.post(
                                    "/webhooks/create", World.webhook("").replace("Webhook_S3", "w" + i))
                            .status()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : all) statuses.add(one.get());

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'url': 'https://a.example', 'events': ['LIVEBOARD_SCHEDULE']}",
                "{'name': 'n', 'events': ['LIVEBOARD_SCHEDULE']}",
                "{'name': 'n', 'url': 'https://a.example'}",
                "{'name': 'n', 'url': 'https://a.example', 'events': []}",
                "{'name': 'n', 'url': 'https://a.example', 'events': ['SOMETHING']}",
                "{'name': 'n', 'url': 'https://a.example', 'events': 'LIVEBOARD_SCHEDULE'}",
                "{'name': 7, 'url': 'https://a.example', 'events': ['LIVEBOARD_SCHEDULE']}",
                "{'name': ' ', 'url': 'https://a.example', 'events': ['LIVEBOARD_SCHEDULE']}",
                "{'name': 'n', 'url': 'http://a.example', 'events': ['LIVEBOARD_SCHEDULE']}",
                "{'name': 'n', 'url': 'a.example', 'events': ['LIVEBOARD_SCHEDULE']}"
            })
    void theRequiredFieldsAreChecked(String webhook) {
        assertThat(admin.post("/webhooks/create", webhook).status()).isEqualTo(400);
        assertThat(search("{}").path("webhooks").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'colour': 'red'",
                "'status': 'PAUSED'",
                "'url_params': ['a']",
                "'url_params': {'a': {'b': 'c'}}",
                "'additional_headers': {'a': 'b'}",
                "'additional_headers': [{'key': 'a'}]",
                "'authentication': {}",
                "'authentication': {'BEARER_TOKEN': 'a', 'API_KEY': {'key': 'k', 'value': 'v'}}",
                "'authentication': {'BEARER_TOKEN': {'token': 'a'}}",
                "'authentication': {'KERBEROS': 'a'}",
                "'authentication': {'BASIC_AUTH': {'username': 'u'}}",
                "'authentication': {'BASIC_AUTH': {'username': 'u', 'password': 'p', 'realm': 'r'}}",
                "'signature_verification': {'type': 'HMAC_SHA1', 'header': 'h', 'algorithm': 'SHA256', 'secret': 's'}",
                "'signature_verification': {'type': 'HMAC_SHA256', 'algorithm': 'SHA256', 'secret': 's'}",
                "'storage_destination': {'storage_type': 'AWS_S3'}",
                "'storage_destination': {'storage_type': 'GCP_GCS', 'storage_config': {}}"
            })
    void theOptionalFieldsAreChecked(String field) {
        assertThat(admin.post("/webhooks/create", World.webhook(field)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'bucket_name': 'exports'|'bucket_name': 'Ex ports'",
                "'region': 'eu-west-1'|'region': 'somewhere'",
                "role/thoughtspot|user/thoughtspot",
                "'external_id': 'an-id'|'external_id': 'ä'",
                "'external_id': 'an-id'|'external_id': null",
                "'external_id': 'an-id'|'externalid': 'an-id'",
                "'storage_config': {|'storage_config': {'gcp_gcs_config': {}, "
            })
    void theDestinationIsChecked(String change) {
        String good = world.storage("an-id");
        String[] halves = change.split("\\|");
        assertThat(good).contains(halves[0]);

        assertThat(admin.post("/webhooks/create", World.webhook(good.replace(halves[0], halves[1])))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/webhooks/create", World.webhook(good)).status()).isEqualTo(200);
    }

    @Test
    void onGcpAnExternalIdIsRefused() {
        try (World gcp = World.onGcp()) {
            String destination = gcp.storage("");
            String withId = destination.replace("'region'", "'external_id': 'an-id', 'region'");

            assertThat(gcp.admin.post("/webhooks/create", World.webhook(withId)).debug())
                    .contains("external_id");
            JsonNode made = gcp.admin
                    .post("/webhooks/create", World.webhook(destination))
                    .body();
            assertThat(made.findPath("external_id").isNull()).isTrue();
        }
    }

    @Test
    void plainHttpIsForThisComputerOnly() {
        String local = World.webhook("").replace("https://api.example.com", "http://127.0.0.1:9");

        assertThat(admin.post("/webhooks/create", local).status()).isEqualTo(200);
    }

    @Test
    void anUpdateChangesOnlyWhatItNames() {
        String id = world.registered();
        JsonNode before = search("{}").path("webhooks").path(0);
        world.pass(Duration.ofMinutes(1));

        Api.Reply reply = world.user("developer", 0)
                .post("/webhooks/" + id + "/update", "{'description': 'new', 'status': 'DISABLED'}");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        JsonNode after = search("{}").path("webhooks").path(0);
        assertThat(after.path("description").asText()).isEqualTo("new");
        assertThat(after.path("status").asText()).isEqualTo("DISABLED");
        assertThat(after.path("last_modified_by").path("name").asText()).isEqualTo("developer");
        assertThat(after.path("created_by")).isEqualTo(before.path("created_by"));
        assertThat(after.path("modification_time_in_millis").asLong()
                        - before.path("modification_time_in_millis").asLong())
                .isEqualTo(60_000);
        assertThat(after.path("storage_destination")).isEqualTo(before.path("storage_destination"));
        assertThat(after.path("name")).isEqualTo(before.path("name"));
    }

    @Test
    void resetOptionsClear() {
        admin.post(
                "/webhooks/create",
                World.webhook("'authentication': {'BEARER_TOKEN': 't'}, 'signature_verification': {'type':"
                        + " 'HMAC_SHA256', 'header': 'h', 'algorithm': 'SHA256', 'secret': 's'}, "
                        + world.storage("an-id")));

        String all = "'AUTHENTICATION', 'SIGNATURE_VERIFICATION', 'STORAGE_DESTINATION'";
        assertThat(admin.post("/webhooks/Webhook_S3/update", "{'reset_options': [" + all + "]}")
                        .status())
                .isEqualTo(204);

        JsonNode after = search("{}").path("webhooks").path(0);
        assertThat(after.path("authentication").isNull()).isTrue();
        assertThat(after.path("signature_verification").isNull()).isTrue();
        assertThat(after.path("storage_destination").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reset_options': ['NAME']}",
                "{'reset_options': ['AUTHENTICATION'], 'authentication': {'BEARER_TOKEN': 't'}}",
                "{'events': []}",
                "{'url': 'http://a.example'}",
                "{'colour': 'red'}"
            })
    void aBadUpdateChangesNothing(String update) {
        world.registered();
        JsonNode before = search("{}");

        assertThat(admin.post("/webhooks/Webhook_S3/update", update).status()).isEqualTo(400);
        assertThat(search("{}")).isEqualTo(before);
    }

    @Test
    void anUnknownWebhookIsNotUpdated() {
        world.registered();

        assertThat(world.user("admin", 1)
                        .post("/webhooks/Webhook_S3/update", "{'name': 'x'}")
                        .debug())
                .contains("not found");
    }

    @Test
    void deletingSaysWhatFailed() {
        String id = world.registered();

        JsonNode answer = admin.post("/webhooks/delete", "{'webhook_identifiers': ['" + id + "', 'gone']}")
                .body();

        assertThat(answer.path("deleted_count").asInt()).isEqualTo(1);
        assertThat(answer.path("failed_count").asInt()).isEqualTo(1);
        assertThat(answer.path("deleted_webhooks").path(0).path("id").asText()).isEqualTo(id);
        assertThat(answer.path("failed_webhooks").path(0).path("error").asText())
                .isNotEmpty();
        assertThat(search("{}").path("webhooks").isEmpty()).isTrue();
    }

    @Test
    void searchesFilterAndPage() {
        world.registered();

        assertThat(found("{'webhook_identifier': 'Webhook_S3'}")).isEqualTo(1);
        assertThat(found("{'webhook_identifier': 'Other'}")).isZero();
        assertThat(found("{'status': 'ENABLED'}")).isEqualTo(1);
        assertThat(found("{'status': 'DISABLED'}")).isZero();
        assertThat(
                        found(
                                "{'event_type': 'LIVEBOARD_SCHEDULE', 'sort_options': {'field_name': 'NAME', 'order': 'DESC'}}"))
                .isEqualTo(1);
        JsonNode page = search("{'record_offset': 1, 'record_size': 1}");
        assertThat(page.path("webhooks").isEmpty()).isTrue();
        assertThat(page.path("pagination").path("total_count").asInt()).isEqualTo(1);
        assertThat(page.path("pagination").path("has_more").asBoolean()).isFalse();
        assertThat(admin.post("/webhooks/search", "{'record_size': 0}").status())
                .isEqualTo(400);
        assertThat(admin.post("/webhooks/search", "{'org_identifier': 'Nowhere'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theProseReadingAnswersACreationWithoutABody() {
        world.faults.set("ts-create-204", "");

        Api.Reply reply = admin.post("/webhooks/create", World.webhook(""));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(found("{'webhook_identifier': 'Webhook_S3'}")).isEqualTo(1);
    }

    @Test
    void anOldClusterKnowsNoStatus() {
        world.faults.set("ts-old-cluster", "");

        assertThat(admin.post("/webhooks/create", World.webhook("'status': 'ENABLED'"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/webhooks/create", World.webhook("")).body().has("status"))
                .isFalse();
    }

    private JsonNode search(String request) {
        return admin.post("/webhooks/search", request).body();
    }

    private int found(String request) {
        return search(request).path("webhooks").size();
    }
}
