package io.spotdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.HostileText;
import io.spotdock.fuzz.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever became of a line of the journal: it is told, all others are read, and one can go on writing. */
@FuzzTest
class JournalFuzzTest {
    private static final IntegrationName NAME = new IntegrationName("999888777666-thoughtspot-s3-upload");

    @TempDir
    private Path home;

    private static Entry entry(int number, Random random) {
        return new Entry(
                Instant.ofEpochSecond(random.nextInt()),
                String.valueOf(number),
                one(random, Entry.State.values()),
                new ResourceId(one(random, ResourceKind.values()), "n" + HostileText.any(random, 30)),
                "create",
                Optional.of(new Undoing.BucketMade(new BucketName("my-exports"), new RegionName("us-east-1"))),
                "arn:aws:iam::999888777666:user/" + HostileText.any(random, 20),
                Optional.empty(),
                HostileText.any(random, 40));
    }

    private static <T> T one(Random random, T[] any) {
        return any[random.nextInt(any.length)];
    }

    @Test
    void aSpoiltLineCostsNoOther(Fuzz fuzz) {
        FileJournals journals = new FileJournals(new DataDirectory(home));
        Path file = home.resolve("journals").resolve(NAME.value() + ".ndjson");
        fuzz.run("journals", 1_000, random -> {
            Files.deleteIfExists(file);
            List<Entry> written = new ArrayList<>();
            try (Journal journal = journals.write(NAME)) {
                for (int i = 0; i < 4; i++) {
                    written.add(entry(i, random));
                    journal.append(written.getLast());
                }
            }
            int spoilt = spoil(file, random);
            written.remove(spoilt);

            Journal read = journals.read(NAME);
            assertThat(read.entries()).containsAll(written);
            if (read.entries().size() == written.size() && !lineIsEmpty(file, spoilt))
                assertThat(read.unread()).isNotEmpty();

            Entry next = entry(5, random);
            try (Journal journal = journals.write(NAME)) {
                journal.append(next);
            }
            assertThat(journals.read(NAME).entries()).containsAll(written).endsWith(next);
        });
    }

    /** @return the line that is no longer as it was */
    private static int spoil(Path file, Random random) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int spoilt = random.nextInt(lines.size());
        lines.set(spoilt, new Mutations(random).mutate(lines.get(spoilt)).replace("\n", ""));
        String text = String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return spoilt;
    }

    private static boolean lineIsEmpty(Path file, int number) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return number >= lines.size() || lines.get(number).isEmpty();
    }
}
