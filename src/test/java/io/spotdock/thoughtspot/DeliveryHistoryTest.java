package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Schedules.Liveboard;
import io.spotdock.port.Schedules.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job history and the schedules: what is asked, and what is made of answers that are nearly right. */
class DeliveryHistoryTest {
    private static final String HISTORY = "jobs/history/communication-channels/search";
    private static final String SCHEDULES = "schedules/search";
    private static final Instant SINCE = Instant.ofEpochMilli(1785740000000L);

    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    private List<Job> jobs(String answer) {
        server.instead(HISTORY, 200, answer);
        return server.connect().history().jobs("w1", "s1", SINCE);
    }

    private List<Schedule> schedules() {
        return server.connect().schedules().ofLiveboards();
    }

    @Test
    void onlyOneChannelAndOneEventAreAskedFor() {
        jobs(Samples.JOBS);
        assertThat(server.seen(HISTORY).getFirst().body())
                .isEqualTo(
                        "{\"channel_type\":\"WEBHOOK\",\"channel_identifiers\":[\"w1\"],\"events\":[{\"type\":"
                                + "\"LIVEBOARD_SCHEDULE\",\"identifier\":\"s1\"}],\"start_epoch_time_in_millis\":1785740000000}");
    }

    @Test
    void aJobIsAskedForAlone() {
        server.instead(HISTORY, 200, Samples.JOBS);
        assertThat(server.connect().history().job("n.2c3d")).isPresent();
        assertThat(server.connect().history().job("n.other")).isEmpty();
        assertThat(server.seen(HISTORY).getFirst().body())
                .isEqualTo("{\"channel_type\":\"WEBHOOK\",\"job_ids\":[\"n.2c3d\"]}");
    }

    @Test
    void theEventsIdIsReadUnderBothItsNamesAndNumbersInAnyForm() {
        assertThat(jobs(Samples.JOBS))
                .containsExactly(new Job(
                        "n.2c3d",
                        Status.SUCCESS,
                        Optional.of(Instant.ofEpochMilli(1785750600000L)),
                        Optional.of("s1"),
                        Optional.of("r1"),
                        "",
                        2));
    }

    @Test
    void whatIsMissingOrNullIsLeftOpen() {
        assertThat(jobs("""
                        {"jobs": [{"id": "n.1"}, {"id": "n.2", "status": "DELIVERED", "event": null, "recipients": 7,
                          "creation_time_in_millis": "soon", "detail": null, "try_count": -1}]}"""))
                .containsExactly(
                        new Job("n.1", Status.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), "", 1),
                        new Job("n.2", Status.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), "", 1));
        assertThat(jobs("{\"jobs\": null}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "RETRY", "SUCCESS", "FAILED", " success ", "Failed"})
    void aStatusIsItsWord(String said) {
        assertThat(jobs("{\"jobs\": [{\"id\": \"n.1\", \"status\": \"" + said + "\"}]}"))
                .singleElement()
                .satisfies(job -> assertThat(job.status().name()).isEqualToIgnoringCase(said.strip()));
    }

    @Test
    void whatAServerDidNotLeaveOutIsLeftOutHere() {
        assertThat(jobs("""
                        {"jobs": [{"id": "n.1", "creation_time_in_millis": 1785739999999, "event": {"id": "s1"}},
                          {"id": "n.2", "creation_time_in_millis": 1785740000000, "event": {"id": "s2"}},
                          {"id": "n.3", "creation_time_in_millis": 1785740000000, "event": {"id": "s1"}}]}""")).extracting(Job::id).containsExactly("n.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"jobs\": 5}", "{\"jobs\": [{}]}", "{\"jobs\": [\"n.1\"]}", "<html></html>"})
    void whatIsNoHistoryIsNotUnderstood(String answer) {
        assertThat(failure(() -> jobs(answer))).isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void anOlderClusterHasNone() {
        server.instead(HISTORY, 404, "");
        assertThat(failure(() -> server.connect().history().job("n.1")))
                .isEqualTo(new Failure.Missing("delivery-history", ""));
    }

    @Test
    void withoutThePrivilegeItIsDenied() {
        server.instead(HISTORY, 403, Samples.error("needs CAN_MANAGE_WEBHOOKS"));
        assertThat(failure(() -> server.connect().history().jobs("w1", "s1", SINCE)))
                .isInstanceOf(Failure.Denied.class);
    }

    @Test
    void aSecretInADetailIsHidden() {
        assertThat(jobs("{\"jobs\": [{\"id\": \"n.1\", \"detail\": \"Bearer " + Scripted.TOKEN + " refused\"}]}"))
                .singleElement()
                .satisfies(job ->
                        assertThat(job.detail()).doesNotContain(Scripted.TOKEN).contains("refused"));
    }

    @Test
    void schedulesAreReadToTheLastPage() {
        server.instead(SCHEDULES, 200, page(0, 100));
        server.then(SCHEDULES, 200, page(100, 7)).then(SCHEDULES, 200, "[]");
        assertThat(schedules()).hasSize(107).doesNotHaveDuplicates();
        assertThat(server.seen(SCHEDULES))
                .extracting(Scripted.Seen::body)
                .containsExactly(
                        "{\"record_offset\":0,\"record_size\":100}",
                        "{\"record_offset\":100,\"record_size\":100}",
                        "{\"record_offset\":107,\"record_size\":100}");
    }

    @Test
    void aServerThatAlwaysSendsTheSamePageIsLeft() {
        server.instead(SCHEDULES, 200, page(0, 3));
        assertThat(schedules()).hasSize(3);
        assertThat(server.seen(SCHEDULES)).hasSize(2);
    }

    @Test
    void aServerThatGoesOnForEverIsLeftToo() {
        int[] page = {0};
        try (Scripted endless = new Scripted()) {
            endless.then(SCHEDULES, _ -> Scripted.answer(200, page(page[0]++ * 2, 2)));
            assertThat(endless.connect().schedules().ofLiveboards()).hasSize(400);
        }
    }

    @Test
    void aScheduleIsToldByItsIdAlone() {
        server.instead(SCHEDULES, 200, """
                [{"id": "s1", "name": null, "metadata": null}, {"name": "no ID"}, {"id": 7, "file_format": "HTML"}]""");
        assertThat(schedules())
                .containsExactly(
                        new Schedule("s1", "s1", new Liveboard("", ""), Optional.empty(), Optional.empty()),
                        new Schedule("7", "7", new Liveboard("", ""), Optional.of("HTML"), Optional.empty()));
    }

    private static String page(int from, int size) {
        return IntStream.range(from, from + size)
                .mapToObj(i -> "{\"id\": \"s" + i + "\", \"name\": \"n\"}")
                .toList()
                .toString();
    }
}
