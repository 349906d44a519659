package io.spotdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is written when, whatever happens meanwhile. */
class FileJournalTest {
    private static final IntegrationName NAME =
            IntegrationName.of(new AccountId("999888777666"), new RoleName("thoughtspot-s3-upload"), Optional.empty());

    @TempDir
    Path home;

    private static Entry entry(String id) {
        return new Entry(
                Instant.EPOCH,
                id,
                Entry.State.BEGUN,
                new ResourceId(ResourceKind.BUCKET, "acme-reports"),
                "create",
                Optional.empty(),
                "arn:aws:iam::999888777666:user/maria",
                "");
    }

    @Test
    void anInterruptKeepsNoLineFromBeingWritten() {
        DataDirectory directory = new DataDirectory(home);
        try (FileJournal journal = FileJournal.write(directory, NAME)) {
            Thread.currentThread().interrupt();
            journal.append(entry("1"));
            assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
            journal.append(entry("2"));
        }
        assertThat(FileJournal.read(directory, NAME).entries())
                .extracting(Entry::id)
                .containsExactly("1", "2");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its folder's own rules are inherited there")
    void nobodyButItsOwnerReadsIt() throws Exception {
        try (FileJournal journal = FileJournal.write(new DataDirectory(home), NAME)) {
            journal.append(entry("1"));
        }
        Path file = home.resolve("journals").resolve(NAME.value() + ".ndjson");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineThatACrashCutShortIsEnded() throws Exception {
        DataDirectory directory = new DataDirectory(home);
        try (FileJournal journal = FileJournal.write(directory, NAME)) {
            journal.append(entry("1"));
        }
        Path file = home.resolve("journals").resolve(NAME.value() + ".ndjson");
        Files.writeString(file, "{\"id\":", StandardOpenOption.APPEND);
        try (FileJournal journal = FileJournal.write(directory, NAME)) {
            journal.append(entry("2"));
        }
        assertThat(FileJournal.read(directory, NAME).entries())
                .extracting(Entry::id)
                .containsExactly("1", "2");
    }
}
