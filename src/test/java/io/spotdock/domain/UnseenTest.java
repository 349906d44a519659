package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@FuzzTest
class UnseenTest {
    @Test
    void whatActsOnATerminalIsShownByItsNumber() {
        assertThat(Unseen.shown("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
        assertThat(Unseen.shown("\u009b31m")).isEqualTo("\\u009b31m");
        assertThat(Unseen.shown("up\rdown\u0007\u007f")).isEqualTo("up\\u000ddown\\u0007\\u007f");
    }

    @Test
    void whatLetsANameReadAsAnotherIsShownByItsNumber() {
        assertThat(Unseen.shown("bucket\u202egnp.\u2066")).isEqualTo("bucket\\u202egnp.\\u2066");
        assertThat(Unseen.shown("spot\u200bdock\ufeff\u00ad")).isEqualTo("spot\\u200bdock\\ufeff\\u00ad");
        assertThat(Unseen.shown("\udb40\udc41\ud800!")).isEqualTo("\\udb40\\udc41\\ud800!");
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        for (String text : List.of(
                "Größe\n\tvon 漢字",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "👩\u200d💻",
                "नमस्ते",
                "a\u00a0b’s …")) {
            assertThat(Unseen.shown(text)).isEqualTo(text);
            assertThat(Unseen.in(text.replaceAll("\\s", ""))).isFalse();
        }
        assertThat(Unseen.shown("a\r\nb")).isEqualTo("a\nb");
        assertThat(Unseen.in("two\nlines")).isTrue();
    }

    @Test
    void nothingUnseenIsLeftInAnyText(Fuzz fuzz) {
        fuzz.run("texts shown", 10_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--)
                text.append(
                        random.nextBoolean()
                                ? Character.toString(random.nextInt(0x3000))
                                : (char) random.nextInt(0x10000));
            String shown = Unseen.shown(text.toString());
            assertThat(Unseen.in(shown.replaceAll("[\\n\\t]", ""))).isFalse();
            assertThat(Unseen.shown(shown)).isEqualTo(shown);
        });
    }
}
