package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateTest {
    private final World world = World.onAws();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void onAwsItAssumesTheRoleAndReallyUploads() {
        String id = world.registered();

        JsonNode answer = validate(world, id);

        assertThat(answer.path("result_code").asText()).isEqualTo("SUCCESS");
        assertThat(answer.path("channel_id").asText()).isEqualTo(id);
        JsonNode info = step(answer, "STORAGE_FILE_UPLOAD_CHECK").path("aws_s3_info");
        String key = info.path("object_key").asText();
        assertThat(key)
                .matches(
                        "reports/cluster-[0-9a-f-]{36}/user-[0-9a-f-]{36}/org-0/liveboard/validation_dummy_20260803_100200\\.pdf")
                .endsWith("/" + info.path("file_name").asText());
        assertThat(world.aws.objects).containsOnlyKeys("/exports/" + key);
        assertThat(world.aws.form)
                .containsEntry("RoleArn", World.ROLE)
                .containsEntry("ExternalId", FakeAws.EXTERNAL_ID)
                .containsEntry("DurationSeconds", "3600");
        assertThat(step(answer, "HTTP_CONNECTION_CHECK").path("http_status").asInt())
                .isEqualTo(200);
    }

    @Test
    void onGcpItComesWithAGoogleTokenInstead() {
        try (World gcp = World.onGcp()) {
            JsonNode answer = validate(gcp, gcp.registered());

            assertThat(answer.path("result_code").asText()).isEqualTo("SUCCESS");
            assertThat(gcp.aws.form)
                    .containsEntry("Action", "AssumeRoleWithWebIdentity")
                    .doesNotContainKey("ExternalId");
            gcp.faults.set("google-wrong-sub", "");
            assertThat(storageError(validate(gcp, "Webhook_S3"))).contains("AccessDenied");
        }
    }

    @Test
    void theErrorOfAwsIsPassedOn() {
        world.admin.post("/webhooks/create", World.webhook(world.storage("another-id")));

        JsonNode answer = validate(world, "Webhook_S3");

        assertThat(answer.path("result_code").asText()).isEqualTo("PARTIAL_SUCCESS");
        assertThat(storageError(answer))
                .isEqualTo("failed to assume role '" + World.ROLE
                        + "': operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: r-1,"
                        + " api error AccessDenied: User: arn:aws:iam::123456789012:user/delivery is not authorized to"
                        + " perform: sts:AssumeRole on resource: " + World.ROLE
                        + ". Ensure the role's trust policy allows ThoughtSpot and the External ID matches");
        JsonNode info = step(answer, "STORAGE_FILE_UPLOAD_CHECK").path("aws_s3_info");
        assertThat(info.path("object_key").isNull()).isTrue();
        assertThat(info.path("file_name").asText()).isEqualTo("validation_dummy_20260803_100200.pdf");
        assertThat(world.aws.objects).isEmpty();
    }

    @Test
    void aRefusedUploadIsToldFromARefusedRole() {
        String elsewhere = world.storage(FakeAws.EXTERNAL_ID).replace("reports/", "private/");
        world.admin.post("/webhooks/create", World.webhook(elsewhere));

        assertThat(storageError(validate(world, "Webhook_S3")))
                .startsWith("failed to upload s3://exports/private/cluster-")
                .contains(
                        "operation error S3: PutObject, https response error StatusCode: 403, RequestID: r-2, HostID: ")
                .endsWith("api error AccessDenied: no s3:PutObject");
    }

    @ParameterizedTest
    @CsvSource({"ts-external-id, forged", "ts-external-id-case, ''", "ts-account, 111122223333"})
    void aFaultMakesItCallAsAnother(String fault, String value) {
        world.registered();
        world.faults.set(fault, value);

        assertThat(storageError(validate(world, "Webhook_S3"))).contains("AccessDenied");
        world.faults.clear(fault);
        assertThat(validate(world, "Webhook_S3").path("result_code").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void onlyTheCaseIsSwapped() {
        world.registered();
        world.faults.set("ts-external-id-case", "");
        validate(world, "Webhook_S3");

        assertThat(world.aws.form.get("ExternalId"))
                .isNotEqualTo(FakeAws.EXTERNAL_ID)
                .isEqualToIgnoringCase(FakeAws.EXTERNAL_ID);
    }

    @Test
    void awsThatCannotBeReachedIsAFailedStep() {
        world.registered();
        world.aws.close();

        assertThat(storageError(validate(world, "Webhook_S3"))).contains("StatusCode: 0", "request send failed, POST");
    }

    @ParameterizedTest
    @CsvSource({"500, 500, status 500", "slow, 0, timed out", "refused, 0, refused", "204, 204, ''"})
    void theReceiverMustAnswerInTimeWithSuccess(String fault, int status, String error) {
        world.registered();
        world.faults.set("receiver", fault);

        JsonNode answer = validate(world, "Webhook_S3");

        JsonNode step = step(answer, "HTTP_CONNECTION_CHECK");
        assertThat(answer.path("result_code").asText()).isEqualTo(error.isEmpty() ? "SUCCESS" : "PARTIAL_SUCCESS");
        assertThat(step.path("http_status").isNull()).isEqualTo(status == 0);
        assertThat(step.path("http_status").asInt()).isEqualTo(status);
        assertThat(step.path("error_message").isNull()).isEqualTo(error.isEmpty());
        assertThat(step.path("error_message").asText()).contains(error);
    }

    @Test
    void withEverythingFailingTheResultIsFailed() {
        world.admin.post("/webhooks/create", World.webhook(world.storage("another-id")));
        world.faults.set("receiver", "refused");

        assertThat(validate(world, "Webhook_S3").path("result_code").asText()).isEqualTo("FAILED");
    }

    @Test
    void aUrlOnThisComputerIsReallyCalled() {
        List<Exchange> received = new CopyOnWriteArrayList<>();
        try (LoopbackServer receiver = new LoopbackServer(0, exchange -> {
            received.add(exchange);
            return new Exchange.Answer(202, Map.of(), new byte[0]);
        })) {
            world.admin.post(
                    "/webhooks/create",
                    World.webhook("'url_params': {'key': 'a b'}, 'authentication': {'BEARER_TOKEN': 'sesame'},"
                                    + " 'additional_headers': [{'key': 'X-Team', 'value': 'sales'}],"
                                    + " 'signature_verification': {'type': 'HMAC_SHA256', 'header': 'X-Sig',"
                                    + " 'algorithm': 'SHA256', 'secret': 'key'}")
                            .replace(
                                    "https://api.example.com",
                                    receiver.address().toString()));

            JsonNode answer = validate(world, "Webhook_S3");

            assertThat(answer.path("result_code").asText()).isEqualTo("SUCCESS");
            assertThat(answer.path("details").size()).isEqualTo(1);
            assertThat(answer.path("details").path(0).path("http_status").asInt())
                    .isEqualTo(202);
        }
        Exchange call = received.getFirst();
        assertThat(call.rawPath() + "?" + call.rawQuery()).isEqualTo("/hook?key=a%20b");
        assertThat(call.header("authorization")).contains("Bearer sesame");
        assertThat(call.header("x-team")).contains("sales");
        assertThat(call.header("x-sig")).contains(HexFormat.of().formatHex(hmac("key", call.body())));
        // Without a storage destination the file comes along.
        assertThat(call.header("content-type").orElseThrow()).startsWith("multipart/form-data; boundary=");
        assertThat(new String(call.body(), StandardCharsets.UTF_8))
                .contains("name=\"payload\"", "\"eventType\":\"LIVEBOARD_SCHEDULE\"", "ThoughtSpot storage validation");
    }

    @Test
    void withAStorageDestinationTheCallIsPlainJsonInThePublishedShape() {
        List<Exchange> received = new CopyOnWriteArrayList<>();
        try (LoopbackServer receiver = new LoopbackServer(0, exchange -> {
            received.add(exchange);
            return new Exchange.Answer(200, Map.of(), new byte[0]);
        })) {
            world.faults.set("ts-sign-base64", "");
            world.admin.post(
                    "/webhooks/create",
                    World.webhook(world.storage(FakeAws.EXTERNAL_ID)
                                    + ", 'signature_verification': {'type': 'HMAC_SHA256', 'header': 'X-Sig',"
                                    + " 'algorithm': 'SHA256', 'secret': 'key'}")
                            .replace(
                                    "https://api.example.com",
                                    receiver.address().toString()));

            validate(world, "Webhook_S3");
        }
        Exchange call = received.getFirst();
        assertThat(call.header("content-type")).contains("application/json");
        assertThat(call.header("x-sig"))
                .as("in Base64 on request")
                .contains(Base64.getEncoder().encodeToString(hmac("key", call.body())));
        JsonNode payload = json(call.body());
        assertThat(payload.path("eventId").asText()).matches("n\\.[0-9a-f-]{36}");
        assertThat(payload.path("schemaVersion").asText()).isEqualTo("1.0");
        assertThat(payload.at("/source/applicationName").asText()).isEqualTo("ThoughtSpot");
        assertThat(payload.at("/actor/actorType").asText()).isEqualTo("SYSTEM");
        assertThat(payload.at("/data/channelType").asText()).isEqualTo("webhook");
        assertThat(payload.at("/data/storage/objectKey").asText()).startsWith("reports/cluster-");
    }

    private static JsonNode json(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hmac(String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aUrlThatNobodyListensToFails() {
        LoopbackServer gone = new LoopbackServer(0, _ -> new Exchange.Answer(200, Map.of(), new byte[0]));
        gone.close();
        world.admin.post(
                "/webhooks/create",
                World.webhook("")
                        .replace("https://api.example.com", gone.address().toString()));

        assertThat(validate(world, "Webhook_S3").path("result_code").asText()).isEqualTo("FAILED");
    }

    @Test
    void aHeaderThatCannotBeSentIsAFailedStep() {
        world.admin.post(
                "/webhooks/create",
                World.webhook("'additional_headers': [{'key': 'Content-Length', 'value': '1'}]")
                        .replace("https://api.example.com", "http://127.0.0.1:9"));

        assertThat(validate(world, "Webhook_S3")
                        .path("details")
                        .path(0)
                        .path("error_message")
                        .asText())
                .contains("Content-Length");
    }

    @Test
    void aDisabledOrUnknownWebhookIsNotValidated() {
        world.registered();
        world.admin.post("/webhooks/Webhook_S3/update", "{'status': 'DISABLED'}");

        assertThat(call(world, "Webhook_S3").debug()).contains("disabled");
        assertThat(call(world, "Other").status()).isEqualTo(400);
        assertThat(world.aws.objects).isEmpty();
    }

    @Test
    void theJobIsInTheHistoryForThreeDays() {
        String webhook = world.registered();
        String job = validate(world, "Webhook_S3").path("job_id").asText();
        String request = "{'channel_type': 'WEBHOOK', 'job_ids': ['" + job + "']}";

        JsonNode jobs = history(request).body().path("jobs");

        assertThat(jobs.size()).isEqualTo(1);
        assertThat(jobs.path(0).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(jobs.path(0).path("id").asText()).isEqualTo(job).matches("n\\.validation-[0-9a-f-]{36}");
        assertThat(jobs.path(0).path("event").path("id").asText()).isEqualTo("validation-" + webhook);
        assertThat(jobs.path(0).path("event").path("run_id").isNull()).isTrue();
        assertThat(jobs.path(0).path("recipients").isNull()).isTrue();
        world.pass(Duration.ofDays(3).plusSeconds(1));
        assertThat(history(request).body().path("jobs").isEmpty()).isTrue();
    }

    @Test
    void theHistoryWantsOneJobOrOneChannelWithOneEvent() {
        String event = "'events': [{'type': 'LIVEBOARD_SCHEDULE', 'identifier': 's'}]";
        assertThat(history("{'channel_type': 'WEBHOOK'}").status()).isEqualTo(400);
        assertThat(history("{'channel_type': 'WEBHOOK', 'job_ids': ['a', 'b']}").status())
                .isEqualTo(400);
        assertThat(history("{'channel_type': 'WEBHOOK', 'channel_identifiers': ['a']}")
                        .status())
                .isEqualTo(400);
        assertThat(history("{'channel_type': 'WEBHOOK', 'job_ids': ['a'], " + event + "}")
                        .status())
                .as("beside a job all else is ignored")
                .isEqualTo(200);
        assertThat(history("{'channel_type': 'WEBHOOK', 'channel_identifiers': ['a'], " + event + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aClusterBeforeItHasNeitherValidationNorHistory() {
        world.registered();
        world.faults.set("ts-no-validate", "");

        assertThat(call(world, "Webhook_S3").status()).isEqualTo(404);
        assertThat(history("{}").status()).isEqualTo(404);
    }

    private Api.Reply history(String request) {
        return world.admin.post("/jobs/history/communication-channels/search", request);
    }

    private static Api.Reply call(World world, String identifier) {
        return world.admin.post("/system/communication-channels/validate", """
                {'channel_type': 'WEBHOOK', 'channel_identifier': '%s', 'event_type': 'LIVEBOARD_SCHEDULE'}""".formatted(identifier));
    }

    private static JsonNode validate(World world, String identifier) {
        return call(world, identifier).body();
    }

    private static JsonNode step(JsonNode answer, String name) {
        for (JsonNode step : answer.path("details"))
            if (step.path("validation_step").asText().equals(name)) return step;
        throw new AssertionError("no " + name + " in " + answer);
    }

    private static String storageError(JsonNode answer) {
        JsonNode step = step(answer, "STORAGE_FILE_UPLOAD_CHECK");
        assertThat(step.path("status").asText()).isEqualTo("FAILED");
        return step.path("error_message").asText();
    }
}
