package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            "Base64",
            "Basic",
            "Bucket",
            "In {0}",
            "CloudFormation",
            "Code",
            "Details",
            "Google Cloud",
            "HCL",
            "Header",
            "Hosting",
            "In {0}.",
            "JSON",
            "Java",
            "Name",
            "Node.js",
            "OAuth 2.0",
            "Object Lock",
            "Object Ownership",
            "Org",
            "Partition {0}",
            "Partition {0}.",
            "Python",
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
            "apply.sh, undo.sh",
            "arn:aws:iam::{0}:role/…",
            "cluster-…/user-…/org-…/liveboard/Sales.pdf",
            "global",
            "in Base64",
            "my-company.thoughtspot.cloud",
            "optional",
            "{0} min {1} s");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    /** Code, commands, options, variables, actions, keys, hosts, files, numbers. */
    private static final Pattern NAMES = Pattern.compile("`[^`]+`|spotdock [a-z][a-z-]*|--[a-z-]+|[A-Z]+(?:_[A-Z]+)+"
            + "|[a-z0-9]+:[A-Z]\\w+|[a-z0-9-]+(?:\\.[a-z0-9-]+)+|\\d+");

    private static final Pattern ODD_MARKS = Pattern.compile("['\"„“”]");
    private static final Pattern MNEMONIC = Pattern.compile("_(.)");
    private static final Pattern NAME_IN_CAPITALS = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");

    private final Map<String, String> english = TextFile.all(Locale.ROOT);
    private final Map<String, String> german = TextFile.all(Locale.GERMAN);

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noKeyStandsTwice(Locale language) {
        assertThat(Texts.BUNDLES)
                .flatExtracting(bundle -> TextFile.of(bundle, language).twice())
                .isEmpty();
    }

    @Test
    void germanSaysWhatEnglishSaysAndNothingElse() {
        assertThat(english.keySet())
                .filteredOn(key -> !german.containsKey(key))
                .as("missing in German")
                .isEmpty();
        assertThat(german.keySet())
                .filteredOn(key -> !english.containsKey(key))
                .as("only in German")
                .isEmpty();
    }

    /** So that one can be read beside the other. */
    @Test
    void germanStandsInTheOrderOfEnglishUnderTheSameHeadings() {
        for (String bundle : Texts.BUNDLES) {
            List<String> here = TextFile.of(bundle, Locale.GERMAN).shape();
            List<String> there = TextFile.of(bundle, Locale.ROOT).shape();
            assertThat(here.size()).as("lines of " + bundle).isEqualTo(there.size());
            for (int i = 0; i < here.size(); i++)
                assertThat(here.get(i)).as("line " + (i + 2) + " of " + bundle).isEqualTo(there.get(i));
        }
    }

    @Test
    void aTextTakesTheSameArgumentsInBothLanguages() {
        assertThat(german.entrySet())
                .filteredOn(text -> !TextFile.arguments(text.getValue())
                        .equals(TextFile.arguments(english.getOrDefault(text.getKey(), ""))))
                .isEmpty();
    }

    /** A command in a translation is the first thing to be forgotten when it is renamed. */
    @Test
    void aTextNamesTheSameCommandsKeysAndNumbersInBothLanguages() {
        assertThat(german.entrySet())
                .filteredOn(text -> !names(text.getValue()).equals(names(english.getOrDefault(text.getKey(), ""))))
                .isEmpty();
    }

    private static Set<String> names(String pattern) {
        return NAMES.matcher(pattern.replaceAll("\\{\\d,[^{}]*(?:\\{\\d}[^{}]*)*}", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsAPatternThatFillsInAllItsArguments(Locale language) {
        assertThat(TextFile.all(language).entrySet())
                .filteredOn(text -> text.getValue().isBlank()
                        || IntStream.of(0, 1, 2, 3, 1000).anyMatch(n -> !fillsIn(text.getValue(), n, language)))
                .isEmpty();
    }

    private static boolean fillsIn(String pattern, int number, Locale language) {
        try {
            Object[] arguments = Collections.nCopies(9, number).toArray();
            return !new MessageFormat(pattern, language).format(arguments).matches("(?s).*[{}].*");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** A straight apostrophe would also hide the arguments behind it. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void apostrophesAndQuotesAreThoseOfPrint(Locale language) {
        Pattern quoted = Pattern.compile(language.equals(Locale.GERMAN) ? "„[^„“”]+“" : "“[^„“”]+”");
        assertThat(TextFile.all(language).entrySet())
                .filteredOn(text -> ODD_MARKS
                        .matcher(quoted.matcher(text.getValue()).replaceAll(""))
                        .find())
                .isEmpty();
    }

    @Test
    void noEnglishIsLeftInGerman() {
        assertThat(german.entrySet())
                .filteredOn(text -> text.getValue().equals(english.get(text.getKey())))
                .filteredOn(text -> WORD.matcher(text.getValue().replaceAll("\\{[^{}]*}", ""))
                        .find())
                .filteredOn(text -> !text.getKey().startsWith("wizard.region."))
                .filteredOn(text -> !SHARED.contains(text.getValue().replace("_", "")))
                .isEmpty();
    }

    /** The layout is made for that much. */
    @Test
    void noSentenceIsMuchLongerInGerman() {
        assertThat(german.entrySet())
                .filteredOn(text -> text.getValue().length()
                        > english.getOrDefault(text.getKey(), "").length() * 1.35 + 16)
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aTextOfTheWindowHasOneMnemonicAtMostAndItIsALetter(Locale language) {
        assertThat(ofTheWindow(language).entrySet())
                .filteredOn(text -> text.getValue().contains("_"))
                .filteredOn(text -> !text.getValue().matches("[^_]*_\\p{L}[^_]*"))
                .isEmpty();
    }

    @Test
    void whatHasAMnemonicHasOneInBothLanguages() {
        Map<String, String> inEnglish = ofTheWindow(Locale.ROOT);
        assertThat(ofTheWindow(Locale.GERMAN).entrySet())
                .filteredOn(text -> text.getValue().contains("_")
                        != inEnglish.getOrDefault(text.getKey(), "").contains("_"))
                .isEmpty();
    }

    /** They are on every pane. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noTextTakesTheMnemonicsOfBackAndContinue(Locale language) {
        Map<String, String> texts = ofTheWindow(language);
        String back = mnemonic(texts.getOrDefault("wizard.back", ""));
        String on = mnemonic(texts.getOrDefault("wizard.continue", ""));
        assertThat(on).isNotEmpty().isNotEqualTo(back);
        assertThat(texts.entrySet())
                .filteredOn(text -> Set.of(back, on).contains(mnemonic(text.getValue())))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("wizard.back", "wizard.continue");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theWindowNeverShouts(Locale language) {
        assertThat(ofTheWindow(language).entrySet())
                .filteredOn(text -> text.getValue().contains("!"))
                .isEmpty();
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
