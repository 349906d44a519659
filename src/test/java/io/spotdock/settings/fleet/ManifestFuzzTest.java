package io.spotdock.settings.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.HostileText;
import io.spotdock.fuzz.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A manifest may come from anybody: whatever it holds, reading ends in a fleet or in problems, and costs little. */
@FuzzTest
class ManifestFuzzTest {
    private static final String TARGET = "manifests";
    private static final String CSV = """
            name,thoughtspot.host,thoughtspot.account-id,aws.account-id,aws.region,bucket.name,role.name,role.external-id
            sales,acme.thoughtspot.cloud,123456789012,111122223333,us-east-1,acme-sales,ts-sales,ts-1
            "ops, all",acme.thoughtspot.cloud,123456789012,444455556666,eu-central-1,acme-ops,ts-ops,"ts""2"
            """;

    @TempDir
    private Path folder;

    @Test
    void spoiltManifestsEndInAFleetOrProblems(Fuzz fuzz) {
        fuzz.run(TARGET, 1_500, random -> {
            boolean csv = random.nextInt(3) == 0;
            read(spoilt(csv ? CSV : Manifests.YAML, random).getBytes(StandardCharsets.UTF_8), csv ? "f.csv" : "f.yaml");
        });
    }

    @Test
    void bytesOfAnyKindEndInProblems(Fuzz fuzz) {
        fuzz.run(TARGET, 500, random -> {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            read(bytes, List.of("f.csv", "f.yaml", "f.json").get(random.nextInt(3)));
        });
    }

    private static String spoilt(String good, Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? new Mutations(random).text(good) : good);
        for (int i = random.nextInt(4); i > 0; i--)
            text.insert(random.nextInt(text.length() + 1), HostileText.any(random, 20));
        return text.toString();
    }

    private ManifestChecked read(byte[] bytes, String name) throws IOException {
        ManifestChecked checked = ManifestFile.read(Files.write(folder.resolve(name), bytes));
        assertThat(checked.good().isPresent()).isEqualTo(checked.problems().isEmpty());
        return checked;
    }

    static Stream<String> bombs() {
        String laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'z'; c++)
            laughs += c + ": &" + c + " [" + ("*" + (char) (c - 1) + ",").repeat(8) + "*" + (char) (c - 1) + "]\n";
        return Stream.of(
                laughs,
                "[".repeat(500_000),
                "{\"a\":".repeat(150_000),
                "- ".repeat(500_000),
                "name," + "x,".repeat(1_000_000),
                "name\n" + "\"".repeat(2_000_001),
                "name\n" + "a\n".repeat(1_000_000),
                "name,aws.account-id\n" + "a,\"" + "{account-id}".repeat(200_000) + "\"\n");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombGoesOffInProblems(String bomb, Fuzz fuzz) {
        for (String name : List.of("f.yaml", "f.csv"))
            fuzz.run(
                    TARGET,
                    1,
                    _ -> assertThat(read(bomb.getBytes(StandardCharsets.UTF_8), name)
                                    .problems())
                            .isNotEmpty());
    }
}
