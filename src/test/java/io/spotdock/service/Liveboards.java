package io.spotdock.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.sandbox.SandboxAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** What a person does in ThoughtSpot's own pages: schedules Liveboards, by REST and as administrator. */
public record Liveboards(SandboxAccess access) {
    /** Sends "Sales Overview" at the next multiple of five minutes, once; gives the schedule's ID. */
    public String schedule(String name, String format, Instant now) {
        ZonedDateTime at = now.atZone(ZoneOffset.UTC);
        ZonedDateTime due = at.withMinute(at.getMinute() / 5 * 5).plusMinutes(5);
        return id(post("/schedules/create", """
                {"name": "%s", "description": "d", "metadata_type": "LIVEBOARD", "metadata_identifier": "Sales Overview",
                 "file_format": "%s", "pdf_options": {"complete_liveboard": true}, "time_zone": "UTC",
                 "frequency": {"cron_expression": {"second": "0", "minute": "%d", "hour": "%d", "day_of_month": "%d",
                   "month": "%d", "day_of_week": "?"}},
                 "recipient_details": {"emails": ["me@example.com"]}}""".formatted(
                        name, format, due.getMinute(), due.getHour(), due.getDayOfMonth(), due.getMonthValue())));
    }

    /** How long until then: no longer than AWS lets a request be late. */
    public static Duration untilDue(Instant now) {
        return Duration.ofSeconds(301 - now.getEpochSecond() % 300);
    }

    public void delete(String schedule) {
        post("/schedules/" + schedule + "/delete", "{}");
    }

    /** Sets the cluster's own preference, which an Org without one goes by. */
    void announceByWebhookEverywhere() {
        post("/system/preferences/communication-channels/configure", """
                {"cluster_preferences": [{"event_type": "LIVEBOARD_SCHEDULE", "channels": ["EMAIL", "WEBHOOK"]}]}""");
    }

    private static String id(String answer) {
        try {
            return new ObjectMapper().readTree(answer).path("id").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String post(String path, String json) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(access.thoughtSpot() + "/api/rest/2.0" + path))
                            .header("Authorization", "Bearer " + access.thoughtSpotToken())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.body());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
