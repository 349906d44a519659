package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "en, y, true",
        "en, YES, true",
        "en, n, false",
        "en, No, false",
        "de, j, true",
        "de, Ja, true",
        "de, y, true",
        "de, n, false",
        "de, nein, false",
    })
    void yesAndNoAreUnderstoodInTheLanguageOfTheQuestion(String language, String answer, boolean yes) {
        assertThat(prompt(language, answer).confirm("?", !yes)).isEqualTo(yes);
    }

    @Test
    void enterAloneTakesWhatIsSuggested() {
        assertThat(prompt("de", "").confirm("?", true)).isTrue();
        assertThat(prompt("de", " ").confirm("?", false)).isFalse();
    }

    @Test
    void anythingElseIsAskedAgain() {
        assertThat(prompt("de", "vielleicht", "ja").confirm("Ersetzen?", false)).isTrue();
        assertThat(asked.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Ersetzen? [j/N] j oder n eingeben.", "Ersetzen? [j/N] ");
    }

    @Test
    void theEndOfInputCancels() {
        assertThatThrownBy(() -> prompt("en").confirm("?", true)).isInstanceOf(CancellationException.class);
    }

    private Prompt prompt(String language, String... answers) {
        Deque<String> lines = new ArrayDeque<>(List.of(answers));
        Terminal terminal = new Terminal() {
            @Override
            public @Nullable String readLine() {
                return lines.poll();
            }

            @Override
            public char @Nullable [] readSecret() {
                return null;
            }
        };
        PrintStream err = new PrintStream(asked, true, StandardCharsets.UTF_8);
        return new Prompt(terminal, err, new Texts(Locale.forLanguageTag(language)));
    }
}
