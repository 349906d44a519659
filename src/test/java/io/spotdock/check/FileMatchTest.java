package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.DeliveredFile.Found;
import io.spotdock.check.RecentDeliveries.Sent;
import io.spotdock.domain.ObjectKey;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Objects.Listed;
import io.spotdock.port.Schedules.Liveboard;
import io.spotdock.port.Schedules.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileMatchTest {
    private static final Instant AT = Instant.parse("2026-08-03T10:05:00Z");

    private static Sent job(String id, String schedule, String format, int tries) {
        return new Sent(
                new Job(id, Status.SUCCESS, Optional.of(AT), Optional.empty(), Optional.empty(), "", tries),
                Optional.of(new Schedule(
                        schedule,
                        schedule,
                        new Liveboard("l", "Sales Overview"),
                        Optional.of(format),
                        Optional.empty())));
    }

    private static Sent job(String id, String schedule) {
        return job(id, schedule, "PDF", 1);
    }

    private static Listed file(String name, Duration later) {
        return new Listed(new ObjectKey("thoughtspot/cluster-1/liveboard/" + name), 7, AT.plus(later));
    }

    private static Listed file(String name) {
        return file(name, Duration.ofSeconds(20));
    }

    private static Map<String, Found> match(List<Sent> jobs, Listed... files) {
        return FileMatch.of(jobs, List.of(files));
    }

    @Test
    void oneFileIsNeverTwoJobs() {
        assertThat(match(List.of(job("n.1", "a"), job("n.2", "b")), file("report.pdf")))
                .hasSize(1);
    }

    @Test
    void theNameDecidesAndOnlyThenTheTime() {
        Listed weekly = file("Weekly_Sales_20260803.pdf", Duration.ofMinutes(9));
        Listed other = file("report.pdf", Duration.ofSeconds(1));

        Map<String, Found> matched = match(List.of(job("n.1", "something"), job("n.2", "Weekly sales")), other, weekly);

        assertThat(matched.get("n.2")).isEqualTo(new Found(weekly, true));
        assertThat(matched.get("n.1")).as("by its time alone").isEqualTo(new Found(other, false));
    }

    @Test
    void theLiveboardsNameIsAsGoodAsTheSchedules() {
        assertThat(match(List.of(job("n.1", "x")), file("sales-overview.pdf")).get("n.1"))
                .matches(Found::byName);
    }

    @Test
    void aFileOfAnotherTimeIsNotTaken() {
        List<Sent> jobs = List.of(job("n.1", "Weekly sales"));
        assertThat(match(jobs, file("Weekly sales.pdf", Duration.ofMinutes(-3))))
                .isEmpty();
        assertThat(match(jobs, file("Weekly sales.pdf", Duration.ofMinutes(16))))
                .isEmpty();
        assertThat(match(jobs, file("Weekly sales.pdf", Duration.ofMinutes(-1))))
                .hasSize(1);
        assertThat(match(
                        List.of(job("n.1", "Weekly sales", "PDF", 3)),
                        file("Weekly sales.pdf", Duration.ofMinutes(16))))
                .as("written again")
                .hasSize(1);
    }

    @Test
    void anotherFormatIsAnotherFile() {
        assertThat(match(List.of(job("n.1", "Weekly sales")), file("Weekly sales.csv")))
                .isEmpty();
        assertThat(match(List.of(job("n.1", "Weekly sales", "HTML", 1)), file("Weekly sales.csv")))
                .hasSize(1);
    }

    @Test
    void testsHaveFilesOfTheirOwn() {
        Sent validation = new Sent(job("n.validation-1", "").job(), Optional.empty());
        Listed dummy = file("validation_dummy_20260803_100520.pdf");

        assertThat(match(List.of(job("n.1", "a"), validation), dummy, file("spotdock-test-1.bin")))
                .containsOnlyKeys("n.validation-1");
        assertThat(match(List.of(validation), file("report.pdf"))).isEmpty();
    }
}
