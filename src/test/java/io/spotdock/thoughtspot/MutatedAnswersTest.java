package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.Mutations;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.port.WebhookService;
import io.spotdock.port.WebhookService.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 3,600 mutated answers from a fixed seed: a call ends with a value or a failure, and never takes broken for well. */
@FuzzTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MutatedAnswersTest {
    private static final int ROUNDS = 300;
    private static final String TARGET = "ThoughtSpot's answers";
    private static final String SEARCH = "system/preferences/communication-channels/search";
    private static final String CONFIGURE = "system/preferences/communication-channels/configure";
    private static final String HISTORY = "jobs/history/communication-channels/search";
    private static final String VALIDATE = "system/communication-channels/validate";

    /** An answer by its path, and the call that reads it. */
    private record Reading(String path, String good, Function<WebhookService, Object> call) {}

    private static final ChannelPreference WANTED =
            new ChannelPreference(new Org(0, "Primary"), Set.of(Channel.EMAIL, Channel.WEBHOOK), Source.ORG);

    private static final Reading[] READINGS = {
        new Reading("auth/session/user", Scripted.USER, WebhookService::user),
        new Reading(
                "auth/token/full",
                "{\"token\": \"abcdefghijkl\", \"creation_time_in_millis\": 1785750000000,"
                        + " \"expiration_time_in_millis\": 1785750300000}",
                WebhookService::user),
        new Reading("webhooks/storage-config", Samples.OFFERS, WebhookService::storageOffers),
        new Reading("webhooks/search", Samples.LISTED, WebhookService::webhooks),
        new Reading("webhooks/create", Samples.STORED, service -> service.create(Samples.WANTED)),
        new Reading("webhooks/w1/update", "{}", service -> {
            service.update("w1", Samples.WANTED, EnumSet.allOf(WebhookField.class));
            return "";
        }),
        new Reading("webhooks/delete", Samples.DELETED, service -> {
            service.delete("w1");
            return "";
        }),
        new Reading(SEARCH, Samples.CHANNELS, WebhookService::channels),
        new Reading(CONFIGURE, "{}", service -> {
            service.setChannels(WANTED);
            return "";
        }),
        new Reading(VALIDATE, Samples.VALIDATED, service -> service.validate("w1")),
        new Reading(HISTORY, Samples.JOBS, service -> service.history().jobs("w1", "s1", Instant.EPOCH)),
        new Reading(
                "schedules/search",
                Samples.SCHEDULES,
                service -> service.schedules().ofLiveboards()),
    };

    @Test
    void everyMutatedAnswerEndsInAValueOrAFailure(Fuzz fuzz) {
        Mutations mutations = new Mutations(new Random(20_260_803));
        Map<String, Integer> values = new LinkedHashMap<>();
        Map<String, Integer> failures = new LinkedHashMap<>();
        try (Scripted server = new Scripted()) {
            for (Reading reading : READINGS) {
                goodAnswers(server);
                for (int round = 0; round < ROUNDS; round++) {
                    fuzz.count(TARGET);
                    int status = mutations.status();
                    String body = mutations.mutate(reading.good());
                    server.instead(reading.path(), status, status == 204 || status == 304 ? "" : body);
                    try {
                        Object value = reading.call().apply(service(server, reading));
                        if (value instanceof Validation validation) neverBetterThanSaid(body, validation);
                        values.merge(reading.path(), 1, Integer::sum);
                    } catch (FailureException e) {
                        assertThat(e.failure().said()).doesNotContain(Scripted.TOKEN);
                        failures.merge(reading.path(), 1, Integer::sum);
                    } catch (RuntimeException e) {
                        throw new AssertionError(reading.path() + " " + status + " " + body, e);
                    }
                }
            }
        }
        // Both must occur everywhere, or the mutations are too wild or too mild to prove anything.
        assertThat(values.keySet()).hasSize(READINGS.length);
        assertThat(failures.keySet()).hasSize(READINGS.length);
    }

    @Test
    void aFailedValidationNeverReadsAsASuccess(Fuzz fuzz) {
        Mutations mutations = new Mutations(new Random(1));
        try (Scripted server = new Scripted()) {
            for (int round = 0; round < ROUNDS; round++) {
                fuzz.count(TARGET);
                String body = mutations.mutate(Samples.FAILED_VALIDATION);
                server.instead(VALIDATE, 200, body);
                try {
                    neverBetterThanSaid(body, server.connect().validate("w1"));
                } catch (FailureException _) {
                    // As good as any other no.
                }
            }
        }
    }

    @Test
    void aFailedJobNeverReadsAsASuccess(Fuzz fuzz) {
        Mutations mutations = new Mutations(new Random(2));
        String failed = Samples.JOBS.replace("SUCCESS", "FAILED");
        try (Scripted server = new Scripted()) {
            for (int round = 0; round < ROUNDS; round++) {
                fuzz.count(TARGET);
                server.instead(HISTORY, 200, mutations.mutate(failed));
                try {
                    assertThat(server.connect().history().jobs("w1", "s1", Instant.EPOCH))
                            .noneMatch(job -> job.status() == DeliveryHistory.Status.SUCCESS);
                } catch (FailureException _) {
                    // As good as any other no.
                }
            }
        }
    }

    private static void neverBetterThanSaid(String body, Validation validation) {
        if (!validation.result().equals("SUCCESS")) return;
        JsonNode json = Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(json.path("result_code").asText()).as(body).isEqualToIgnoringCase("SUCCESS");
        assertThat(json.path("details").isTextual() || json.path("details").isNumber())
                .as(body)
                .isFalse();
        for (JsonNode step : Json.list(json.path("details")))
            assertThat(step.path("status").asText()).as(body).isEqualToIgnoringCase("SUCCESS");
    }

    private static WebhookService service(Scripted server, Reading reading) {
        return reading.path().equals("auth/token/full") ? server.connectAsUser() : server.connect();
    }

    private static void goodAnswers(Scripted server) {
        for (Reading reading : READINGS) server.instead(reading.path(), 200, reading.good());
        server.instead("auth/session/user", 200, Scripted.USER);
    }

    @Test
    void theUnmutatedAnswersAreAllWell() {
        try (Scripted server = new Scripted()) {
            goodAnswers(server);
            for (Reading reading : READINGS)
                assertThat(Optional.of(reading.call().apply(service(server, reading))))
                        .as(reading.path())
                        .isPresent();
        }
    }
}
