package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for the texts of every language, and for German beside English. */
class LanguagesTest {
    static final Locale[] LANGUAGES = {Locale.ROOT, Locale.GERMAN};

    /** Names, examples, and words that German shares with English. */
    private static final Set<String> SHARED = Set.of(
            "AWS",
            "AWS IAM",
            "ARN",
            "Amazon S3",
            "Amazon Web Services",
            "Bucket",
            "CloudFormation",
            "Details",
            "Google Cloud",
            "HCL",
            "Hosting",
            "In {0}.",
            "JSON",
            "Name",
            "Object Lock",
            "Object Ownership",
            "Org",
            "Partition {0}.",
            "Region",
            "Requester Pays",
            "Shell",
            "Spotdock",
            "Tags",
            "Terraform",
            "Text",
            "ThoughtSpot",
            "Token",
            "URL",
            "Webhook",
            "YAML",
            "arn:aws:iam::{0}:role/…",
            "global",
            "my-company.thoughtspot.cloud",
            "optional",
            "{0} min {1} s");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    private static final Pattern MNEMONIC = Pattern.compile("_(.)");
    private static final Pattern NAME_IN_CAPITALS = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");

    private final Map<String, String> english = TextFile.all(Locale.ROOT);
    private final Map<String, String> german = TextFile.all(Locale.GERMAN);

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noKeyStandsTwice(Locale language) {
        assertThat(Texts.BUNDLES)
                .allSatisfy(bundle ->
                        assertThat(TextFile.of(bundle, language).twice()).isEmpty());
    }

    @Test
    void germanSaysWhatEnglishSaysAndNothingElse() {
        assertThat(english.keySet()).as("missing in German").isSubsetOf(german.keySet());
        assertThat(german.keySet()).as("only in German").isSubsetOf(english.keySet());
    }

    /** So that one can be read beside the other. */
    @Test
    void germanStandsInTheOrderOfEnglishUnderTheSameHeadings() {
        assertThat(Texts.BUNDLES)
                .allSatisfy(
                        bundle -> assertThat(TextFile.of(bundle, Locale.GERMAN).shape())
                                .containsExactlyElementsOf(
                                        TextFile.of(bundle, Locale.ROOT).shape()));
    }

    @Test
    void aTextTakesTheSameArgumentsInBothLanguages() {
        assertThat(german)
                .allSatisfy((key, pattern) -> assertThat(TextFile.arguments(pattern))
                        .as(key)
                        .isEqualTo(TextFile.arguments(english.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsAPatternThatFillsInAllItsArguments(Locale language) {
        assertThat(TextFile.all(language)).allSatisfy((key, pattern) -> {
            assertThat(pattern).as(key).isNotBlank();
            for (int n : new int[] {0, 1, 2, 3, 1000})
                assertThatCode(() -> assertThat(
                                        new MessageFormat(pattern, language).format(new Object[] {n, n, n, n, n}))
                                .as(key)
                                .doesNotContain("{", "}"))
                        .as(key)
                        .doesNotThrowAnyException();
        });
    }

    /** A straight apostrophe would also hide the arguments behind it. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void apostrophesAndQuotesAreThoseOfPrint(Locale language) {
        Pattern quoted = Pattern.compile(language.equals(Locale.GERMAN) ? "„[^„“”]+“" : "“[^„“”]+”");
        assertThat(TextFile.all(language)).allSatisfy((key, pattern) -> {
            assertThat(pattern).as(key).doesNotContain("'", "\"");
            assertThat(quoted.matcher(pattern).replaceAll("")).as(key).doesNotContain("„", "“", "”");
        });
    }

    @Test
    void noEnglishIsLeftInGerman() {
        assertThat(german.entrySet())
                .filteredOn(text -> text.getValue().equals(english.get(text.getKey())))
                .filteredOn(text -> WORD.matcher(text.getValue().replaceAll("\\{[^{}]*}", ""))
                        .find())
                .filteredOn(text -> !text.getKey().startsWith("wizard.region."))
                .extracting(text -> text.getValue().replace("_", ""))
                .isSubsetOf(SHARED);
    }

    /** The layout is made for that much. */
    @Test
    void noSentenceIsMuchLongerInGerman() {
        assertThat(german)
                .allSatisfy((key, pattern) -> assertThat(pattern.length())
                        .as(key)
                        .isLessThanOrEqualTo(
                                (int) (english.getOrDefault(key, "").length() * 1.35 + 16)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aTextOfTheWindowHasOneMnemonicAtMostAndItIsALetter(Locale language) {
        assertThat(ofTheWindow(language)).allSatisfy((key, pattern) -> {
            Matcher mnemonic = MNEMONIC.matcher(pattern);
            if (!mnemonic.find()) return;
            assertThat(mnemonic.group(1)).as(key).matches("\\p{L}");
            assertThat(mnemonic.find()).as(key + " has a second one").isFalse();
        });
    }

    @Test
    void whatHasAMnemonicHasOneInBothLanguages() {
        Map<String, String> inEnglish = ofTheWindow(Locale.ROOT);
        assertThat(ofTheWindow(Locale.GERMAN))
                .allSatisfy((key, pattern) -> assertThat(pattern.contains("_"))
                        .as(key)
                        .isEqualTo(inEnglish.getOrDefault(key, "").contains("_")));
    }

    /** They are on every pane. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noTextTakesTheMnemonicsOfBackAndContinue(Locale language) {
        Map<String, String> texts = ofTheWindow(language);
        Set<String> taken = Set.of(mnemonic(texts.get("wizard.back")), mnemonic(texts.get("wizard.continue")));
        assertThat(taken).hasSize(2);
        assertThat(texts).allSatisfy((key, pattern) -> {
            if (!key.equals("wizard.back") && !key.equals("wizard.continue"))
                assertThat(taken).as(key).doesNotContain(mnemonic(pattern));
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theWindowNeverShouts(Locale language) {
        assertThat(ofTheWindow(language))
                .allSatisfy((key, pattern) -> assertThat(pattern).as(key).doesNotContain("!"));
    }

    private static Map<String, String> ofTheWindow(Locale language) {
        Map<String, String> texts =
                TextFile.of("io.spotdock.text.wizard", language).patterns();
        texts.replaceAll((_, pattern) -> NAME_IN_CAPITALS.matcher(pattern).replaceAll("NAME"));
        return texts;
    }

    private static String mnemonic(String pattern) {
        Matcher mnemonic = MNEMONIC.matcher(pattern);
        return mnemonic.find() ? mnemonic.group(1).toUpperCase(Locale.ROOT) : "";
    }
}
