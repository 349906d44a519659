package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern LITERAL = Pattern.compile(
            "\"((?:fault|failure|field|note|check|cause|remedy|cli|sign-in|wait|undo)\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*)\"");
    /** Ids of checks, and ways to sign in, whose keys are put together. */
    private static final Pattern CHECK = Pattern.compile(
            "(?:Check\\.of|onAws|onGcp|role)\\(\\s*\"([a-z-]+\\.[a-z-]+)\"|String VALIDATE = \"([a-z-]+\\.[a-z-]+)\"");

    private static final Pattern SIGN_IN = Pattern.compile("\\(\"(aws-[a-z]+|thoughtspot-[a-z-]+)\"");

    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void everyKeyInTheSourcesHasAText() throws IOException {
        assertThat(used()).filteredOn(key -> !texts.has(key)).isEmpty();
    }

    @Test
    void everyTextIsAskedFor() throws IOException {
        Set<String> used = used();
        assertThat(ResourceBundle.getBundle("io.spotdock.text.messages", Locale.ENGLISH)
                        .keySet())
                .filteredOn(key -> !used.contains(key) && !used.contains(key.replaceFirst("\\.remedy$", "")))
                .isEmpty();
    }

    @Test
    void everyTextIsAPatternWithoutAnApostropheThatWouldHideItsArguments() {
        ResourceBundle bundle = ResourceBundle.getBundle("io.spotdock.text.messages", Locale.ENGLISH);
        assertThat(bundle.keySet()).allSatisfy(key -> {
            assertThat(bundle.getString(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(texts.get(key, "1", "2", "3", "4", "5")).as(key).doesNotContain("{", "}");
        });
    }

    @Test
    void everyFailureSaysWhatHappenedAndWhatToDoNext() {
        Fault fault = Fault.of("fault.role.used-by", "r", "x");
        List<Failure> all = List.of(
                new Failure.Denied("iam:GetRole", "role r", "arn:aws:iam::999888777666:user/u", ""),
                new Failure.Missing("role r", ""),
                new Failure.AlreadyThere("role r", ""),
                new Failure.Conflict("role r", fault, ""),
                new Failure.Invalid("role.name", Fault.of("fault.role-name.length", 65), ""),
                new Failure.Throttled("AWS IAM", ""),
                new Failure.Unreachable("iam.amazonaws.com", ""),
                new Failure.Expired("sign-in.aws-sso", ""),
                new Failure.NotVisibleYet("role r", ""),
                new Failure.Unexpected("1a2b", ""));
        assertThat(all).hasSize(Failure.class.getPermittedSubclasses().length).allSatisfy(failure -> {
            FailureText text = texts.of(failure);
            assertThat(text.sentence()).isNotBlank().doesNotContain("failure.");
            assertThat(text.remedy()).isNotBlank().doesNotContain("failure.");
        });
        assertThat(texts.of(all.getFirst()))
                .isEqualTo(new FailureText(
                        "arn:aws:iam::999888777666:user/u may not call iam:GetRole on role r.",
                        Optional.empty(),
                        "Ask for iam:GetRole, or let someone who has it make the change: spotdock export writes the files"
                                + " they need."));
        assertThat(texts.of(all.get(3)).cause()).contains("The role r trusts x as well.");
    }

    @Test
    void aConditionThatDiffersIsNamedByItsOperatorAndKey() {
        assertThat(texts.field("field.condition:Bool aws:SecureTransport"))
                .isEqualTo("condition Bool aws:SecureTransport");
    }

    @Test
    void aLanguageWithoutABundleIsSpokenToInEnglish() {
        assertThat(new Texts(Locale.JAPANESE).get("cli.cancelled")).isEqualTo("Cancelled.");
    }

    private static Set<String> used() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TextsTest::keys)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> keys(Path file) {
        String source;
        try {
            source = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream<String> literals = LITERAL.matcher(source).results().map(result -> result.group(1));
        Stream<String> checks = CHECK.matcher(source).results().map(result -> "check." + group(result));
        Stream<String> signIns = SIGN_IN.matcher(source).results().map(result -> "sign-in." + result.group(1));
        boolean inChecks = file.startsWith("src/main/java/io/spotdock/check");
        boolean conditions = source.contains("\"field.condition:\"");
        return Stream.of(
                        literals,
                        inChecks ? checks : Stream.<String>of(),
                        file.endsWith("SignInKind.java") ? signIns : Stream.<String>of(),
                        conditions ? Stream.of("field.condition") : Stream.<String>of())
                .flatMap(keys -> keys);
    }

    private static String group(MatchResult result) {
        return result.group(1) == null ? result.group(2) : result.group(1);
    }
}
