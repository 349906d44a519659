package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock starts at 10:02 UTC on Monday, 3 August 2026. */
class SchedulesTest {
    private static final String SCHEDULE = """
            {'name': 'Live test', 'description': 'one-off', 'metadata_type': 'LIVEBOARD',
             'metadata_identifier': 'Sales Overview', 'file_format': 'CSV', 'time_zone': 'UTC',
             'frequency': {'cron_expression': {'second': '0', 'minute': '5', 'hour': '10', 'day_of_month': '3',
               'month': '8', 'day_of_week': '?'}},
             'recipient_details': {'emails': ['me@example.com']}}""";

    private final World world = World.onAws();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aDueScheduleReallyDeliversOnce() {
        String webhook = world.registered();
        useWebhook();
        String id = created(SCHEDULE);
        assertThat(jobs(webhook, id).isEmpty()).isTrue();
        world.pass(Duration.ofMinutes(3));

        JsonNode jobs = jobs(webhook, id);

        assertThat(jobs.size()).isEqualTo(1);
        assertThat(jobs.path(0).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(jobs.path(0).path("event").path("id").asText()).isEqualTo(id);
        assertThat(world.aws.objects.keySet())
                .singleElement()
                .asString()
                .matches("/exports/reports/cluster-.{36}/user-.{36}/org-0/liveboard/Live-test-\\d+\\.csv");
        world.pass(Duration.ofHours(1));
        assertThat(jobs(webhook, id).size()).isEqualTo(1);
        assertThat(world.aws.objects).hasSize(1);
        JsonNode run = search("{'history_runs_options': {'include_history_runs': true}}")
                .path(0)
                .path("history_runs")
                .path(0);
        assertThat(run.path("status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void aFailedDeliveryIsInTheHistoryWithAwsErrorText() {
        world.admin.post("/webhooks/create", World.webhook(world.storage("another-id")));
        useWebhook();
        String id = created(SCHEDULE);
        world.pass(Duration.ofMinutes(3));

        JsonNode job = jobs("Webhook_S3", id).path(0);

        assertThat(job.path("status").asText()).isEqualTo("FAILED");
        assertThat(job.path("detail").asText())
                .startsWith("STORAGE_FILE_UPLOAD_CHECK (bucket: exports): failed to assume role '")
                .contains("sts:AssumeRole");
    }

    @Test
    void aUrlThatDoesNotAnswerIsCalledAgainUntilItDoes() {
        String webhook = world.registered();
        useWebhook();
        String id = created(SCHEDULE);
        world.faults.set("receiver", "503");
        world.pass(Duration.ofMinutes(3));
        assertThat(state(webhook, id)).isEqualTo("RETRY 1");
        assertThat(jobs(webhook, id).path(0).path("detail").asText()).startsWith("HTTP_CONNECTION_CHECK: ");
        world.pass(Duration.ofSeconds(21));
        assertThat(state(webhook, id)).isEqualTo("RETRY 2");
        assertThat(state(webhook, id)).as("not before its time").isEqualTo("RETRY 2");
        world.faults.clear("receiver");
        world.pass(Duration.ofMinutes(2));

        assertThat(state(webhook, id)).isEqualTo("SUCCESS 3");
        assertThat(jobs(webhook, id).path(0).path("detail").asText()).isEmpty();
        assertThat(world.aws.objects).hasSize(1);
    }

    @Test
    void inTheEndADeliveryHasFailed() {
        String webhook = world.registered();
        useWebhook();
        String id = created(SCHEDULE);
        world.faults.set("receiver", "slow");
        world.pass(Duration.ofMinutes(3));
        for (int look = 0; look < 6; look++) {
            state(webhook, id);
            world.pass(Duration.ofMinutes(20));
        }

        assertThat(state(webhook, id)).isEqualTo("FAILED 5");
    }

    @Test
    void aJobStaysPendingForSomeLooks() {
        String webhook = world.registered();
        useWebhook();
        String id = created(SCHEDULE);
        world.faults.set("ts-pending", "2");
        world.pass(Duration.ofMinutes(3));

        assertThat(state(webhook, id)).isEqualTo("PENDING 1");
        assertThat(state(webhook, id)).isEqualTo("PENDING 1");
        assertThat(state(webhook, id)).isEqualTo("SUCCESS 1");
    }

    private String state(String webhook, String schedule) {
        JsonNode job = jobs(webhook, schedule).path(0);
        return job.path("status").asText() + " " + job.path("try_count").asInt();
    }

    @Test
    void withoutTheChannelOrWithADisabledWebhookNothingIsUploaded() {
        world.registered();
        String id = created(SCHEDULE.replace("'5'", "'*/5'").replace("'10'", "'*'"));
        world.pass(Duration.ofMinutes(5));
        assertThat(jobs("Webhook_S3", id).isEmpty()).isTrue();
        useWebhook();
        world.admin.post("/webhooks/Webhook_S3/update", "{'status': 'DISABLED'}");
        world.pass(Duration.ofMinutes(5));
        assertThat(jobs("Webhook_S3", id).isEmpty()).isTrue();
        assertThat(world.aws.objects).isEmpty();
        world.admin.post("/webhooks/Webhook_S3/update", "{'status': 'ENABLED'}");
        world.pass(Duration.ofMinutes(5));

        assertThat(jobs("Webhook_S3", id).size()).isEqualTo(1);
    }

    @Test
    void aPdfWithoutItsOptionsIsEmptyAndMixedLiveboardsHaveNoCsv() {
        world.registered();
        useWebhook();
        created(SCHEDULE.replace("'CSV'", "'PDF'"));
        created(SCHEDULE.replace("'CSV'", "'PDF', 'pdf_options': {'complete_liveboard': true}")
                .replace("Live test", "Whole"));
        String mixed =
                created(SCHEDULE.replace("Sales Overview", "Charts and Tables").replace("Live test", "Mixed"));
        world.pass(Duration.ofMinutes(3));
        JsonNode run = search("{'schedule_identifiers': ['" + mixed
                        + "'], 'history_runs_options': {'include_history_runs': true}}")
                .path(0)
                .path("history_runs")
                .path(0);

        assertThat(run.path("status").asText()).isEqualTo("FAILED");
        assertThat(world.aws.objects).hasSize(2);
        world.aws.objects.forEach(
                (key, content) -> assertThat(content.isEmpty()).isEqualTo(key.contains("Live-test")));
    }

    @Test
    void aDeletedScheduleDeliversNothing() {
        world.registered();
        useWebhook();
        String id = created(SCHEDULE);

        assertThat(world.admin.post("/schedules/" + id + "/delete", "").status())
                .isEqualTo(204);
        world.pass(Duration.ofMinutes(3));

        assertThat(search("{}").isEmpty()).isTrue();
        assertThat(world.aws.objects).isEmpty();
        assertThat(world.admin.post("/schedules/" + id + "/delete", "").status())
                .isEqualTo(400);
    }

    @Test
    void aDeletionIsRefusedAsOftenAsAskedFor() {
        String id = created(SCHEDULE);
        world.faults.set("ts-keep-schedule", "1");

        assertThat(world.admin.post("/schedules/" + id + "/delete", "").status())
                .isEqualTo(403);
        assertThat(search("{}").size()).isEqualTo(1);
        assertThat(world.admin.post("/schedules/" + id + "/delete", "").status())
                .isEqualTo(204);
    }

    @Test
    void aFileIsEmptyOnRequest() {
        world.registered();
        useWebhook();
        created(SCHEDULE);
        world.faults.set("ts-empty-file", "");
        world.pass(Duration.ofMinutes(3));
        search("{}");

        assertThat(world.aws.objects.values())
                .singleElement()
                .satisfies(content -> assertThat(content).isEmpty());
    }

    @Test
    void allRecordsAreAskedForWithMinusOne() {
        for (int i = 0; i < 12; i++) created(SCHEDULE.replace("Live test", "Number " + i));

        assertThat(search("{}").size()).isEqualTo(10);
        assertThat(search("{'record_offset': 0, 'record_size': -1}").size()).isEqualTo(12);
        assertThat(world.admin.post("/schedules/search", "{'record_size': 0}").status())
                .isEqualTo(400);
    }

    @Test
    void aRecipientHasToBeAUser() {
        String principal = "{'principals': [{'identifier': '%s', 'type': 'USER'}]}";
        String schedule = SCHEDULE.replace("{'emails': ['me@example.com']}", principal);

        assertThat(world.admin
                        .post("/schedules/create", schedule.formatted("admin"))
                        .status())
                .isEqualTo(200);
        assertThat(world.admin
                        .post("/schedules/create", schedule.formatted("nobody"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoMayScheduleButNotDownloadIsRefused() {
        assertThat(world.user("scheduler", 0)
                        .post("/schedules/create", SCHEDULE)
                        .status())
                .isEqualTo(403);
        assertThat(world.user("developer", 0)
                        .post("/schedules/create", SCHEDULE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTimeZoneAndTheDayOfTheWeekCount() {
        world.registered();
        useWebhook();
        created(SCHEDULE.replace("'UTC'", "'Europe/Berlin'")
                .replace("'10'", "'12'")
                .replace("'?'", "'2'"));
        String wrongDay = created(SCHEDULE.replace("Live test", "Sunday").replace("'?'", "'1'"));
        world.pass(Duration.ofMinutes(3));

        assertThat(jobs("Webhook_S3", wrongDay).isEmpty()).isTrue();
        assertThat(world.aws.objects).hasSize(1);
    }

    @Test
    void theAnswerHoldsTheSchedule() {
        JsonNode made = world.admin.post("/schedules/create", SCHEDULE).body();

        assertThat(made.path("id").asText()).hasSize(36);
        assertThat(made.path("metadata").path("name").asText()).isEqualTo("Sales Overview");
        assertThat(made.path("frequency").path("cron_expression").path("minute").asText())
                .isEqualTo("5");
        assertThat(made.path("author").path("name").asText()).isEqualTo("admin");
        assertThat(search("{'metadata': [{'type': 'LIVEBOARD', 'identifier': 'Sales Overview'}]}")
                        .path(0))
                .isEqualTo(made);
        assertThat(search("{'schedule_identifiers': ['other']}").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'5'|'7'",
                "'5'|'*'",
                "'5'|'*/3'",
                "'5'|'60'",
                "'5'|'five'",
                "'5'|'-5'",
                "'5'|5",
                "'UTC'|'Mars/Olympus'",
                "'CSV'|'DOCX'",
                "'LIVEBOARD'|'ANSWER'",
                "Sales Overview|Sales Pipeline",
                "'emails': ['me@example.com']|'emails': []",
                "'description': 'one-off',|",
                "'name'|'title'"
            })
    void aBadScheduleIsRefused(String change) {
        String[] halves = change.split("\\|", 2);
        assertThat(SCHEDULE).contains(halves[0]);

        assertThat(world.admin
                        .post("/schedules/create", SCHEDULE.replace(halves[0], halves[1]))
                        .status())
                .isEqualTo(400);
        assertThat(search("{}").isEmpty()).isTrue();
    }

    @Test
    void theUrlIsToldWhatWasDeliveredInThePublishedShape() throws Exception {
        List<Exchange> received = new CopyOnWriteArrayList<>();
        try (LoopbackServer receiver = new LoopbackServer(0, exchange -> {
            received.add(exchange);
            return new Exchange.Answer(200, Map.of(), new byte[0]);
        })) {
            world.admin.post(
                    "/webhooks/create",
                    World.webhook(world.storage(FakeAws.EXTERNAL_ID))
                            .replace(
                                    "https://api.example.com",
                                    receiver.address().toString()));
            useWebhook();
            created(SCHEDULE);
            world.pass(Duration.ofMinutes(10));
            search("{}");
        }
        JsonNode payload = new ObjectMapper().readTree(received.getFirst().body());
        assertThat(payload.at("/metadataObject/objectType").asText()).isEqualTo("LIVEBOARD");
        assertThat(payload.at("/metadataObject/name").asText()).isEqualTo("Sales Overview");
        assertThat(payload.at("/data/scheduleDetails/fileFormat").asText()).isEqualTo("csv");
        assertThat(payload.at("/data/recipients/0/type").asText()).isEqualTo("USER");
        assertThat(payload.at("/data/storage/objectKey").asText()).contains("/liveboard/");
    }

    private void useWebhook() {
        world.admin.post(
                "/system/preferences/communication-channels/configure",
                "{'cluster_preferences': [{'event_type': 'LIVEBOARD_SCHEDULE', 'channels': ['EMAIL', 'WEBHOOK']}]}");
    }

    private String created(String schedule) {
        return world.admin.post("/schedules/create", schedule).body().path("id").asText();
    }

    private JsonNode search(String request) {
        return world.admin.post("/schedules/search", request).body();
    }

    private JsonNode jobs(String webhook, String schedule) {
        return world.admin
                .post("/jobs/history/communication-channels/search", """
                        {'channel_type': 'WEBHOOK', 'channel_identifiers': ['%s'],
                         'events': [{'type': 'LIVEBOARD_SCHEDULE', 'identifier': '%s'}]}""".formatted(webhook, schedule))
                .body()
                .path("jobs");
    }
}
