package io.spotdock.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Org;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Entry.State;
import io.spotdock.journal.Unread.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal keeps what it was given, and reads what a crash has left of it. */
class FileJournalTest {
    private static final IntegrationName NAME = new IntegrationName("999888777666-thoughtspot-s3-upload");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private FileJournals journals() {
        return new FileJournals(new DataDirectory(home));
    }

    private Path file() {
        return home.resolve("journals").resolve(NAME.value() + ".ndjson");
    }

    /** About a bucket whose name has letters of more than one byte in the note. */
    private static Entry entry(String id, State state) {
        return new Entry(
                Instant.parse("2026-03-01T10:15:30Z"),
                id,
                state,
                new ResourceId(ResourceKind.BUCKET, "my-company-data-exports"),
                "create",
                Optional.of(
                        new Undoing.BucketMade(new BucketName("my-company-data-exports"), new RegionName("us-east-1"))),
                "arn:aws:iam::999888777666:user/jürgen",
                Optional.of(new Org(1, "Verkäufe")),
                "über");
    }

    private void write(Entry... entries) {
        try (Journal journal = journals().write(NAME)) {
            for (Entry entry : entries) journal.append(entry);
        }
    }

    private void add(byte[] bytes) throws IOException {
        Files.write(file(), bytes, StandardOpenOption.APPEND);
    }

    private List<Entry> entries() {
        return journals().read(NAME).entries();
    }

    private List<Unread> unread() {
        return journals().read(NAME).unread();
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        write(entry("1", State.BEGUN), entry("1", State.DONE));

        assertThat(entries()).containsExactly(entry("1", State.BEGUN), entry("1", State.DONE));
        assertThat(unread()).isEmpty();
    }

    @Test
    void whereNothingWasWrittenThereIsNothing() {
        assertThat(entries()).isEmpty();
        assertThat(unread()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    /** A crash may cut a line anywhere, between the bytes of one letter too. */
    @Test
    void whereverALineIsCutOffTheOthersAreReadAndTheNextGetsALineOfItsOwn() throws IOException {
        write(entry("1", State.BEGUN));
        byte[] line = Files.readAllBytes(file());
        for (int length = 1; length < line.length - 1; length++) {
            Files.delete(file());
            write(entry("0", State.DONE));
            add(Arrays.copyOf(line, length));

            assertThat(entries()).as("of %d bytes", length).containsExactly(entry("0", State.DONE));
            assertThat(unread()).containsExactly(new Unread(2, Why.DAMAGED));

            write(entry("2", State.BEGUN));
            assertThat(entries()).containsExactly(entry("0", State.DONE), entry("2", State.BEGUN));
            assertThat(unread()).containsExactly(new Unread(2, Why.DAMAGED));
        }
    }

    @Test
    void aLastLineWithoutItsEndIsWhole() throws IOException {
        write(entry("1", State.BEGUN));
        byte[] line = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(line, line.length - 1));

        assertThat(entries()).containsExactly(entry("1", State.BEGUN));
        write(entry("1", State.DONE));

        assertThat(entries()).containsExactly(entry("1", State.BEGUN), entry("1", State.DONE));
        assertThat(unread()).isEmpty();
    }

    @Test
    void theZerosThatAPowerCutLeavesAreSkippedAndSaid() throws IOException {
        write(entry("1", State.BEGUN));
        add(new byte[300]);

        assertThat(entries()).containsExactly(entry("1", State.BEGUN));
        assertThat(unread()).containsExactly(new Unread(2, Why.DAMAGED));
        write(entry("1", State.DONE));
        assertThat(entries()).containsExactly(entry("1", State.BEGUN), entry("1", State.DONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON at all",
                "[1,2]",
                "{}{}",
                "null",
            })
    void whatIsNoLineOfAJournalIsSkippedAndSaid(String line) throws IOException {
        write(entry("1", State.BEGUN));
        add((line + "\n").getBytes(UTF_8));
        write(entry("1", State.DONE));

        assertThat(entries()).hasSize(2);
        assertThat(unread()).containsExactly(new Unread(2, Why.DAMAGED));
    }

    /** A kind of change, a state, and a resource that only a later version knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"do\":\"delete-bucket\"|\"do\":\"melt-bucket\"",
                "BEGUN|PAUSED",
                "\"bucket\",\"name\"|\"pail\",\"name\""
            })
    void aLineThatOnlyANewerVersionUnderstandsIsSaid(String change) throws IOException {
        String[] parts = change.split("\\|", 2);
        write(entry("1", State.BEGUN));
        String line = Files.readString(file());
        add(line.replace(parts[0], parts[1]).getBytes(UTF_8));

        assertThat(entries()).containsExactly(entry("1", State.BEGUN));
        assertThat(unread()).containsExactly(new Unread(2, Why.NEWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"at\":|\"until\":1,\"at\":", "\"do\":|\"softly\":true,\"do\":"})
    void aFieldThatOnlyANewerVersionKnowsIsSaidAndTheRestIsRead(String change) throws IOException {
        String[] parts = change.split("\\|", 2);
        write(entry("1", State.BEGUN));
        String line = Files.readString(file());
        Files.writeString(file(), line.replace(parts[0], parts[1]));

        assertThat(entries()).containsExactly(entry("1", State.BEGUN));
        assertThat(unread()).containsExactly(new Unread(1, Why.NEWER));
    }

    /** Ctrl-C interrupts the thread at work, and what it has just done has to be written all the same. */
    @Test
    void anInterruptKeepsNoLineFromBeingWritten() {
        try (Journal journal = journals().write(NAME)) {
            Thread.currentThread().interrupt();
            journal.append(entry("1", State.BEGUN));
            boolean passedOn = Thread.interrupted();
            journal.append(entry("1", State.DONE));

            assertThat(passedOn).isTrue();
            assertThat(journal.entries()).hasSize(2);
        }
    }

    @Test
    void noTwoWriteToOneAtATimeAndReadingTakesNothingAway() {
        FileJournals here = journals();
        try (Journal first = here.write(NAME)) {
            first.append(entry("1", State.BEGUN));
            assertThat(first.entries()).hasSize(1);
            assertThat(here.read(NAME).entries()).hasSize(1);

            Failure refusal = catchThrowableOfType(FailureException.class, () -> here.write(NAME))
                    .failure();

            assertThat(refusal).isInstanceOf(Failure.Conflict.class);
        }
        try (Journal next = here.write(NAME)) {
            assertThat(next.entries()).hasSize(1);
        }
    }

    @Test
    void whereThereCanBeNoFolderThatIsSaid() throws IOException {
        Files.writeString(home.resolve("journals"), "a file");

        Failure failure = catchThrowableOfType(
                        FailureException.class, () -> journals().write(NAME))
                .failure();

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        invalid -> assertThat(invalid.fault().key()).isEqualTo("fault.journal.unwritable"));
    }

    /** Nobody makes files in {@code /proc}. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereOneMayNotWriteThatIsSaid() {
        FileJournals nowhere = new FileJournals(new DataDirectory(Path.of("/proc/self")));

        Failure failure = catchThrowableOfType(FailureException.class, () -> nowhere.write(NAME))
                .failure();

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        invalid -> assertThat(invalid.fault().key()).isEqualTo("fault.journal.unwritable"));
    }

    /** {@code /dev/full} answers every write as a disk does that is full. */
    @Test
    void aFullDiskIsSaidAndNothingIsTakenForWritten() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        write();
        Files.delete(file());
        Files.createSymbolicLink(file(), Path.of("/dev/full"));

        try (Journal journal = journals().write(NAME)) {
            Failure failure = catchThrowableOfType(
                            FailureException.class, () -> journal.append(entry("1", State.BEGUN)))
                    .failure();

            assertThat(failure)
                    .isInstanceOfSatisfying(
                            Failure.Invalid.class,
                            invalid -> assertThat(invalid.fault().key()).isEqualTo("fault.journal.unwritable"));
        }
        Files.delete(file()); // else its link would be followed
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        write(entry("1", State.BEGUN));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }
}
