package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.LiveboardReference;
import io.spotdock.domain.ScheduledTime;
import io.spotdock.port.Schedules;
import io.spotdock.port.Schedules.Run;
import io.spotdock.port.Schedules.Schedule;
import io.spotdock.port.Schedules.Wish;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making and deleting a schedule: what is sent, and what is made of lost and unusual answers. */
class LiveboardSchedulesTest {
    private static final String CREATE = "schedules/create";
    private static final String SEARCH = "schedules/search";
    private static final String DELETE = "schedules/s1/delete";
    private static final String MADE = """
            {"id": "s1", "name": "Spotdock test 1a2b", "metadata": {"id": "b1", "name": "Sales Overview"},
             "file_format": "PDF", "status": "SCHEDULED"}""";
    private static final Schedule SCHEDULE = new Schedule(
            "s1",
            "Spotdock test 1a2b",
            new Schedules.Liveboard("b1", "Sales Overview"),
            Optional.of("PDF"),
            Optional.of("SCHEDULED"));
    private static final Wish WISH = new Wish(
            "Spotdock test 1a2b",
            "One-off.",
            new LiveboardReference("Sales Overview"),
            ScheduledTime.after(Instant.parse("2026-08-03T10:02:00Z"), ZoneId.of("Europe/Berlin")),
            "tsadmin");

    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    private Schedules schedules() {
        return server.connect().schedules();
    }

    @Test
    void theWholeLiveboardIsAskedForAsPdfOnceForOneUser() {
        server.then(CREATE, 200, MADE);

        assertThat(schedules().create(WISH)).isEqualTo(SCHEDULE);
        assertThat(server.seen(CREATE))
                .singleElement()
                .satisfies(
                        seen -> assertThat(seen.body())
                                .isEqualTo(
                                        "{\"name\":\"Spotdock test 1a2b\",\"description\":\"One-off.\",\"metadata_type\":"
                                                + "\"LIVEBOARD\",\"metadata_identifier\":\"Sales Overview\",\"file_format\":\"PDF\","
                                                + "\"time_zone\":\"Europe/Berlin\",\"pdf_options\":{\"complete_liveboard\":true},"
                                                + "\"frequency\":{\"cron_expression\":{\"second\":\"0\",\"minute\":\"5\",\"hour\":\"12\","
                                                + "\"day_of_month\":\"3\",\"month\":\"8\",\"day_of_week\":\"?\"}},"
                                                + "\"recipient_details\":{\"principals\":[{\"identifier\":\"tsadmin\",\"type\":\"USER\"}]}}"));
    }

    @Test
    void oneThatWasMadeThoughItsAnswerWasLostIsNotMadeAgain() {
        server.drop(CREATE).then(SEARCH, 200, "[" + MADE + "]").then(SEARCH, 200, "[]");

        assertThat(schedules().create(WISH)).isEqualTo(SCHEDULE);
        assertThat(server.seen(CREATE)).hasSize(1);
    }

    @Test
    void oneThatCertainlyWasNotMadeIsMadeAgain() {
        server.drop(CREATE).then(CREATE, 200, MADE).then(SEARCH, 200, "[]");

        assertThat(schedules().create(WISH)).isEqualTo(SCHEDULE);
        assertThat(server.seen(CREATE)).hasSize(2);
    }

    @Test
    void anAnswerWithoutABodyIsLookedUpByTheName() {
        server.then(CREATE, 204, "")
                .then(SEARCH, 200, "[]")
                .then(SEARCH, 200, "[" + MADE + "]")
                .then(SEARCH, 200, "[]");

        assertThat(schedules().create(WISH)).isEqualTo(SCHEDULE);
        assertThat(server.seen(CREATE)).hasSize(1);
    }

    @Test
    void oneThatNeverIsListedIsSaidToBeMadeAllTheSame() {
        server.then(CREATE, 200, "{}").then(SEARCH, 200, "[]");

        assertThat(Scripted.failure(() -> schedules().create(WISH))).isInstanceOf(Failure.NotVisibleYet.class);
        assertThat(server.seen(CREATE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liveboard not found: Sales Overview",
                "Object with identifier does not exist",
                "Invalid metadata identifier"
            })
    void aLiveboardThatIsNotThereIsToldSo(String said) {
        for (int status : new int[] {400, 404}) {
            server.instead(CREATE, status, "{\"error\": {\"message\": {\"debug\": \"" + said + "\"}}}");
            assertThat(Scripted.failure(() -> schedules().create(WISH)))
                    .isInstanceOfSatisfying(Failure.Invalid.class, invalid -> {
                        assertThat(invalid.field()).isEqualTo(Schedules.LIVEBOARD);
                        assertThat(invalid.fault()).isEqualTo(Fault.of("fault.liveboard.unknown", "Sales Overview"));
                        assertThat(invalid.said()).contains(said);
                    });
        }
    }

    @Test
    void anotherRefusalIsToldInItsOwnWords() {
        server.then(CREATE, 400, "{\"error\": {\"message\": \"minute must be a multiple of 5\"}}");

        assertThat(Scripted.failure(() -> schedules().create(WISH)))
                .isInstanceOfSatisfying(Failure.Invalid.class, invalid -> {
                    assertThat(invalid.fault()).isEqualTo(Fault.of("fault.thoughtspot-refused", CREATE));
                    assertThat(invalid.said()).contains("multiple of 5");
                });
    }

    @Test
    void whoMayNotScheduleIsDenied() {
        server.then(CREATE, 403, "{}");

        assertThat(Scripted.failure(() -> schedules().create(WISH)))
                .isInstanceOfSatisfying(
                        Failure.Denied.class,
                        denied -> assertThat(denied.principal()).isEqualTo("tsadmin"));
    }

    @Test
    void deletingSendsNoBody() {
        server.then(DELETE, 204, "");

        schedules().delete("s1");

        assertThat(server.seen(DELETE))
                .singleElement()
                .satisfies(seen -> assertThat(seen.body()).isEmpty());
    }

    @Test
    void oneThatIsGoneAlreadyIsAsGoodAsDeleted() {
        server.then(DELETE, 400, "{\"error\": \"Schedule not found\"}").then(SEARCH, 200, "[]");

        schedules().delete("s1");

        assertThat(server.seen(DELETE)).hasSize(1);
    }

    @Test
    void oneThatIsStillThereIsAFailure() {
        server.then(DELETE, 400, "{\"error\": \"busy\"}")
                .then(SEARCH, 200, "[" + MADE + "]")
                .then(SEARCH, 200, "[]");

        assertThat(Scripted.failure(() -> schedules().delete("s1"))).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void aLostAnswerToADeletionIsLookedAt() {
        server.drop(DELETE).then(SEARCH, 200, "[]");

        schedules().delete("s1");

        assertThat(server.seen(DELETE)).hasSize(1);
    }

    @Test
    void theRunsOfOneScheduleAreAskedForWithAllRecords() {
        server.then(SEARCH, 200, """
                [{"id": "other", "history_runs": [{"id": "r0", "status": "SUCCESS"}]},
                 {"id": "s1", "history_runs": [{"id": "r1", "status": "FAILED", "detail": "no"}, {"status": null}]},
                 {"id": "s1", "history_runs": null}]""");

        assertThat(schedules().runs("s1")).containsExactly(new Run("r1", "FAILED", "no"), new Run("", "", ""));
        assertThat(server.seen(SEARCH))
                .singleElement()
                .satisfies(seen -> assertThat(seen.body())
                        .isEqualTo("{\"record_offset\":0,\"record_size\":-1,\"schedule_identifiers\":[\"s1\"],"
                                + "\"history_runs_options\":{\"include_history_runs\":true,\"record_size\":10,"
                                + "\"record_offset\":0}}"));
    }
}
