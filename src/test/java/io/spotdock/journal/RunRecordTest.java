package io.spotdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private RunRecord open() {
        return RunRecord.open(
                new DataDirectory(directory),
                new RunName("acme-1"),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
    }

    private Path file() {
        return directory.resolve("fleet/acme-1.ndjson");
    }

    @Test
    void whatEndedWellIsKnownToTheNextRunAsLongAsTheSameIsAsked() {
        try (RunRecord record = open()) {
            record.begin(List.of("sales", "hr"));
            record.ended("sales", "a", true);
            record.ended("hr", "a", false);
        }
        try (RunRecord record = open()) {
            assertThat(record.isDone("Sales", "a")).isTrue();
            assertThat(record.isDone("sales", "b")).isFalse();
            assertThat(record.isDone("hr", "a")).isFalse();
            assertThat(record.isDone("finance", "a")).isFalse();
        }
    }

    @Test
    void aNewRunCountsFromTheBeginningForAllItLooksAt() {
        try (RunRecord record = open()) {
            record.ended("sales", "a", true);
            record.ended("hr", "a", true);
            record.begin(List.of("SALES"));
            assertThat(record.isDone("sales", "a")).isFalse();
        }
        try (RunRecord record = open()) {
            assertThat(record.isDone("sales", "a")).isFalse();
            assertThat(record.isDone("hr", "a")).isTrue();
        }
    }

    @Test
    void aTornLineAndOneOfANewerVersionSpoilNoOther() throws IOException {
        try (RunRecord record = open()) {
            record.ended("sales", "a", true);
        }
        Files.writeString(file(), "{\"event\":\"paused\"}\n{\"event\":\"ended\",\"na", StandardOpenOption.APPEND);
        try (RunRecord record = open()) {
            assertThat(record.isDone("sales", "a")).isTrue();
            record.ended("hr", "a", true);
        }
        try (RunRecord record = open()) {
            assertThat(record.isDone("hr", "a")).isTrue();
        }
    }

    @Test
    void anInterruptKeepsNothingFromBeingWrittenDown() {
        try (RunRecord record = open()) {
            Thread.currentThread().interrupt();
            record.ended("sales", "a", true);
            record.ended("hr", "a", true);
            assertThat(Thread.interrupted()).isTrue();
        }
        try (RunRecord record = open()) {
            assertThat(record.isDone("hr", "a")).isTrue();
        }
    }

    @Test
    void twoRunsOfOneFleetAtATimeAreOneTooMany() {
        try (RunRecord _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(FailureException.class);
        }
        open().close();
    }

    @Test
    void fleetsOfOneNameAreToldApartByTheirFileAndWorld() {
        Path here = Path.of("/a/fleet.yaml");
        RunName name = RunName.of("Acme Europe/2", here, Optional.empty());
        assertThat(name.value()).matches("acme-europe-2-[0-9a-f]{8}");
        assertThat(RunName.of("Acme Europe/2", Path.of("/b/fleet.yaml"), Optional.empty()))
                .isNotEqualTo(name);
        assertThat(RunName.of("Acme Europe/2", here, Optional.of("http://127.0.0.1:1")))
                .isNotEqualTo(name);
        assertThat(RunName.of("x".repeat(300), here, Optional.empty()).value()).hasSizeLessThan(100);
    }
}
