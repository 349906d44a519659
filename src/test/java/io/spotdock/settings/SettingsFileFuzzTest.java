package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Unseen;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A settings file may come from anybody: whatever it holds, reading ends in settings or in problems, and costs little. */
@FuzzTest
class SettingsFileFuzzTest {
    private static final String TARGET = "settings files";
    private static final String JSON = """
            {"spotdock": 1, "thoughtspot": {"hosting": "gcp", "service-account-id": "115663769112811637952"},
             "aws": {"account-id": "999888777666", "region": "us-east-1"}, "bucket": {"name": "my-exports", "create": true},
             "role": {"name": "upload"}, "webhook": {"name": "W", "url": "https://a.example/", "url-params": {"a": "b"}}}""";
    private static final List<String> NAMES = List.of("s.yaml", "s.json", "s");
    private static final List<String> TRICKS = List.of(
            "&a ",
            "*a",
            "<<: *a\n",
            "!!java.net.URL ",
            "!!javax.script.ScriptEngineManager [",
            "!x ",
            "%YAML 9.9\n---\n",
            "---\n",
            "...\n",
            "? ",
            "|\n",
            ">9\n",
            "\t",
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "#",
            ": ",
            "- ",
            "\\u0000",
            "\\ud800",
            "0x7fffffffffffffff",
            "1e999999",
            "9".repeat(400),
            "\u2028",
            "\ufeff");

    @Test
    void spoiltFilesEndInSettingsOrProblems(Fuzz fuzz) {
        fuzz.run(TARGET, 6_000, random -> read(spoilt(random), random));
    }

    @Test
    void bytesOfAnyKindEndInProblems(Fuzz fuzz) {
        fuzz.run(TARGET, 2_000, random -> {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) for (int i = 0; i < bytes.length; i++) bytes[i] &= 0x7f;
            read(bytes, random);
        });
    }

    private static byte[] spoilt(Random random) {
        String good = List.of(Guide.YAML, Guide.GCP, JSON).get(random.nextInt(3));
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? new Mutations(random).text(good) : good);
        for (int i = random.nextInt(4); i > 0; i--)
            text.insert(random.nextInt(text.length() + 1), TRICKS.get(random.nextInt(TRICKS.size())));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0 && bytes.length > 0) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        return bytes;
    }

    private static void read(byte[] bytes, Random random) {
        Checked checked = SettingsFile.read(bytes, NAMES.get(random.nextInt(NAMES.size())))
                .check();
        assertThat(checked.good().isPresent()).isEqualTo(checked.problems().isEmpty());
        checked.good()
                .flatMap(Settings::webhook)
                .ifPresent(webhook ->
                        assertThat(Unseen.in(webhook.name() + webhook.url())).isFalse());
    }

    static List<String> bombs() {
        String laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'z'; c++)
            laughs += c + ": &" + c + " [" + ("*" + (char) (c - 1) + ",").repeat(8) + "*" + (char) (c - 1) + "]\n";
        String many = "spotdock: 1\nwebhook:\n  url-params:\n";
        StringBuilder keys = new StringBuilder(many);
        for (int i = 0; keys.length() < 1_000_000; i++)
            keys.append("    k").append(i).append(": v\n");
        return List.of(
                laughs,
                "[".repeat(500_000),
                "{a: ".repeat(200_000),
                "{\"a\":".repeat(150_000),
                "- ".repeat(500_000),
                "? ".repeat(500_000),
                "a: '" + "x".repeat(1_000_000) + "'",
                "a: " + "9".repeat(1_000_000),
                "{\"a\": " + "9".repeat(1_000_000) + "}",
                "x".repeat(1_000_000) + ": y",
                "\n".repeat(1_000_000),
                "#".repeat(1_000_000),
                "&" + "a".repeat(1_000_000),
                "!<" + "a".repeat(1_000_000),
                "%TAG ! " + "a".repeat(1_000_000) + "\n---\na",
                "spotdock: 1\n".repeat(80_000),
                "a b: c\n".repeat(140_000),
                "a: !!binary " + "A".repeat(900_000),
                "2001-01-01T" + "0".repeat(900_000) + ": x",
                "1:".repeat(500_000),
                keys.toString());
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombGoesOffInProblems(String bomb, Fuzz fuzz) {
        for (String name : NAMES)
            fuzz.run(
                    TARGET,
                    1,
                    _ -> assertThat(SettingsFile.read(bomb.getBytes(StandardCharsets.UTF_8), name)
                                    .check()
                                    .problems())
                            .isNotEmpty());
    }

    @Test
    void aFileLargerThanAnySettingsIsNotReadToItsEnd() {
        byte[] large = new byte[(1 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(SettingsFile.read(large, "s.yaml").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault().key()).isEqualTo("fault.settings.large"));
    }
}
