package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a person is spoken to, and how numbers are written in it. */
class LocalesTest {
    private final Texts english = new Texts(Locale.ENGLISH);
    private final Texts german = new Texts(Locale.GERMAN);

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-DE", "de-AT", "de-CH", "de-LI-1996"})
    void germanIsSpokenWhereverItIsSpoken(String tag) {
        Texts texts = new Texts(Locale.forLanguageTag(tag));
        assertThat(texts.get("cli.cancelled")).isEqualTo("Abgebrochen.");
        assertThat(texts.get("wizard.continue")).isEqualTo("_Weiter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "ja", "fr-CH", "und"})
    void everyoneElseIsSpokenToInEnglishWhateverTheComputersLanguage(String tag) {
        Texts texts = new Texts(Locale.forLanguageTag(tag));
        assertThat(texts.get("cli.cancelled")).isEqualTo("Cancelled.");
        assertThat(texts.get("wizard.continue")).isEqualTo("_Continue");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(english.get("wizard.time.tenths", 1.26)).isEqualTo("1.3 s");
        assertThat(german.get("wizard.time.tenths", 1.26)).isEqualTo("1,3 s");
        assertThat(new Texts(Locale.forLanguageTag("de-AT")).get("wizard.time.tenths", 1.26))
                .isEqualTo("1,3 s");
        assertThat(english.get("cli.test.size", 26_214_400)).startsWith("--size takes 1 to 26,214,400 bytes");
        assertThat(german.get("cli.test.size", 26_214_400)).startsWith("--size nimmt 1 bis 26.214.400 Byte");
    }

    /** They keep the form of their country, though the words are English. */
    @Test
    void numbersBesideEnglishWordsAreWrittenAsThePersonIsUsedTo() {
        assertThat(new Texts(Locale.FRENCH).get("wizard.time.tenths", 1.26)).isEqualTo("1,3 s");
    }

    @Test
    void oneIsToldFromMany() {
        assertThat(german.get("wizard.review.apply", 1)).isEqualTo("1 Änderung anwenden");
        assertThat(german.get("wizard.review.apply", 2)).isEqualTo("2 Änderungen anwenden");
        assertThat(german.get("wizard.review.apply", 1200)).isEqualTo("1.200 Änderungen anwenden");
    }

    @Test
    void aFaultHoldsItsNumbersAsTextAndStillChoosesByThem() {
        Fault one = Fault.of("wizard.review.footer.decide", 1);
        Fault three = Fault.of("wizard.review.footer.decide", 3);
        assertThat(german.of(one)).isEqualTo("Zum Fortfahren 1 Konflikt entscheiden.");
        assertThat(german.of(three)).isEqualTo("Zum Fortfahren 3 Konflikte entscheiden.");
    }

    @Test
    void aFaultHoldsItsNumbersAsTextAndStillWritesThemAsTheLanguageDoes() {
        Fault late = Fault.of("wizard.webhook.url.late", "6.25");
        assertThat(english.of(late)).startsWith("Took 6.2 s.");
        assertThat(german.of(late)).startsWith("Brauchte 6,2 s.");
    }

    @Test
    void aFailureIsToldInOneLanguageThroughout() {
        Failure failure = new Failure.Conflict("r", Fault.of("fault.role.used-by", "r", "x"), "");
        assertThat(german.of(failure))
                .isEqualTo(new FailureText(
                        "r: wird für etwas anderes verwendet.",
                        Optional.of("Die Rolle r vertraut auch x."),
                        "Spotdock überschreibt das nicht ungefragt. Einen anderen Namen verwenden oder die Änderung"
                                + " erlauben."));
    }

    @Test
    void aKeyWithoutATextIsShownItselfSoThatAPersonHasSomethingToReport() {
        assertThat(german.get("no.such-key")).isEqualTo("no.such-key");
        assertThat(german.get("no.such-key", "x", 1)).isEqualTo("no.such-key [x, 1]");
    }
}
