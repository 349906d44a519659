package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private record Thing(String name, Optional<String> note, Map<String, String> more, Set<String> some) {}

    @Test
    void theSameIsTheSameInWhateverOrderItIsHeld() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("a", "1");
        one.put("b", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", "1");
        Set<String> forth = new LinkedHashSet<>(List.of("x", "y"));
        Set<String> back = new LinkedHashSet<>(List.of("y", "x"));
        assertThat(Fingerprint.of(new Thing("n", Optional.of("m"), one, forth)))
                .isEqualTo(Fingerprint.of(new Thing("n", Optional.of("m"), other, back)))
                .hasSize(64);
    }

    @Test
    void anyOtherValueIsAnother() {
        Thing thing = new Thing("n", Optional.empty(), Map.of(), Set.of());
        assertThat(List.of(
                        Fingerprint.of(thing),
                        Fingerprint.of(new Thing("m", Optional.empty(), Map.of(), Set.of())),
                        Fingerprint.of(new Thing("n", Optional.of(""), Map.of(), Set.of())),
                        Fingerprint.of(new Thing("n", Optional.of("-"), Map.of(), Set.of())),
                        Fingerprint.of(new Thing("n", Optional.empty(), Map.of("a", "b"), Set.of())),
                        Fingerprint.of(new Thing("n", Optional.empty(), Map.of(), Set.of("a\", \"b"))),
                        Fingerprint.of(new Thing("n", Optional.empty(), Map.of(), Set.of("a", "b")))))
                .doesNotHaveDuplicates();
    }

    @Test
    void settingsReadTwiceAreTheSame() {
        assertThat(Fingerprint.of(guide(Guide.YAML))).isEqualTo(Fingerprint.of(guide(Guide.YAML)));
        assertThat(Fingerprint.of(guide(Guide.YAML.replace("Webhook_S3", "Webhook_S4"))))
                .isNotEqualTo(Fingerprint.of(guide(Guide.YAML)));
    }

    private static Settings guide(String yaml) {
        Checked checked = SettingsFile.read(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8), "guide.yaml")
                .check();
        return ((Checked.Good) checked).settings();
    }
}
