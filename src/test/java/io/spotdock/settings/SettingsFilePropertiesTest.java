package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsFilePropertiesTest {

    @Property(tries = 200)
    void whateverIsReadEndsInSettingsOrInProblems(@ForAll("documents") String text) {
        for (String name : new String[] {"s.yaml", "s.json", "s"}) {
            Checked checked = SettingsFile.read(text.getBytes(StandardCharsets.UTF_8), name)
                    .check();
            assertThat(checked.good().isPresent()).isEqualTo(checked.problems().isEmpty());
        }
    }

    /** The guide's file with a piece of it replaced by something else. */
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars(" \n\t:-{}[]\"'#&*!|>%@`,?0123456789abcdefxyz_.\u0000\u00fc\ud83d\ude80")
                .ofMaxLength(12);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, Guide.YAML.length());
        return Combinators.combine(places, places, noise)
                .as((a, b, between) -> Guide.YAML.substring(0, Math.min(a, b))
                        + between
                        + Guide.YAML.substring(Math.min(Math.max(a, b), Math.min(a, b) + 20)));
    }

    @Property(tries = 200)
    void anyTextThatIsWrittenReadsBackTheSame(@ForAll("lines") String text, @ForAll("lines") String key) {
        Draft draft = Draft.EMPTY
                .with(Field.ORG, text.strip())
                .with(Field.DESCRIPTION, text.strip())
                .with(Field.URL_PARAMS, Map.of(key, text));
        assertThat(SettingsFile.read(SettingsFile.write(draft).getBytes(StandardCharsets.UTF_8), "s.yaml")
                        .draft())
                .isEqualTo(draft);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20),
                Arbitraries.strings()
                        .withChars("\u00e4\u00dfé\u6f22\u2019\u00a0 ")
                        .ofMaxLength(8),
                Arbitraries.of(
                        "true",
                        "no",
                        "~",
                        "null",
                        "0x1F",
                        "012",
                        "1_0",
                        "2001-01-01",
                        "1:30",
                        "- a",
                        "a: b",
                        "#",
                        "*x"));
    }
}
