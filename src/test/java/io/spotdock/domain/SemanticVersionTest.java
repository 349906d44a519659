package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
    /** Semantic Versioning 2.0.0, sections 11.2 to 11.4, and what their rules come to. */
    private static final List<String> IN_ORDER = List.of(
            "0.9.99",
            "1.0.0-0",
            "1.0.0-2",
            "1.0.0-11",
            "1.0.0-18446744073709551616",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1",
            "1.2.0",
            "1.10.0",
            "2.0.0",
            "10.0.0");

    @Test
    void theLaterVersionIsTheOneThatTheSpecificationSays() {
        List<SemanticVersion> versions = IN_ORDER.stream().map(this::version).toList();
        List<SemanticVersion> shuffled = new java.util.ArrayList<>(versions);
        Collections.reverse(shuffled);
        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(versions);
        for (int i = 1; i < versions.size(); i++)
            assertThat(versions.get(i).isLaterThan(versions.get(i - 1)))
                    .as(IN_ORDER.get(i))
                    .isTrue();
    }

    @Test
    void aBuildSaysNothingAboutWhichIsLater() {
        assertThat(version("1.4.0+20261126.abc")).isEqualTo(version("1.4.0"));
        assertThat(version("1.4.0").isLaterThan(version("1.4.0+1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.4",
                "v1.4.0",
                "1.4.0.0",
                "01.4.0",
                "1.4.0-",
                "1.4.0-01",
                "1.4.0-a..b",
                "1.4.0+",
                "1.4.0 ",
                "1.4.0\n",
                "1.4.0-\u202e1",
                "(development)",
                "2147483648000.0.0"
            })
    void whatIsNoVersionIsNone(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @Test
    void anEndlessOneIsNoneAndTakesNoTime() {
        assertThat(SemanticVersion.parse("1.0.0-" + "a-".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aVersionCanNotBeMadeOfWhatIsNone() {
        assertThatThrownBy(() -> new SemanticVersion(1, 0, 0, List.of("a b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SemanticVersion(-1, 0, 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Stream.of("1.4.0-rc.1", "1.4.0").map(this::version).map(String::valueOf))
                .containsExactly("1.4.0-rc.1", "1.4.0");
    }

    private SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow(() -> new AssertionError(text));
    }
}
