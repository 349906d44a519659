package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.?)\"");
    private static final Pattern KEY = Pattern.compile(
            "(?:fault|failure|field|note|check|cause|remedy|cli|sign-in|wait|undo|export)\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*");

    private final ResourceBundle bundle = ResourceBundle.getBundle("io.spotdock.text.messages", Locale.ENGLISH);
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void everyKeyInTheSourcesHasAText() {
        assertThat(literals("src/main/java"))
                .filteredOn(literal -> KEY.matcher(literal).matches() && !texts.has(literal) && !isFamily(literal))
                .isEmpty();
    }

    @Test
    void everyCheckHasATitle() {
        assertThat(Catalogue.all()).extracting(Check::id).allMatch(id -> texts.has("check." + id));
    }

    @Test
    void everyTextIsAskedFor() {
        Set<String> literals = literals("src/main/java");
        Set<String> ofChecks = literals("src/main/java/io/spotdock/check");
        Set<String> ofSignIns = literals("src/main/java/io/spotdock/aws");
        assertThat(bundle.keySet())
                .filteredOn(key -> !literals.contains(key))
                .filteredOn(key -> !literals.contains(key.replaceFirst("\\.remedy$", "")))
                // The front end puts the name of a check, a sign-in or a family together with what comes after.
                .filteredOn(key -> !key.startsWith("check.") || !ofChecks.contains(key.substring(6)))
                .filteredOn(key -> !key.startsWith("sign-in.")
                        || !ofSignIns.contains(key.substring(8).replaceFirst("\\.remedy$", "")))
                .filteredOn(key -> !key.equals("field.condition"))
                .filteredOn(key -> Stream.of(key.replaceFirst("[^.]+$", ""), key.replaceFirst("\\.[^.]+$", ""))
                        .noneMatch(family -> literals.contains(family) && isFamily(family)))
                .isEmpty();
    }

    @Test
    void everyTextIsAPatternWithoutAnApostropheThatWouldHideItsArguments() {
        assertThat(bundle.keySet()).allSatisfy(key -> {
            assertThat(bundle.getString(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(texts.get(key, 1, 2, 3, 4, 5)).as(key).doesNotContain("{", "}");
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
                        "Ask for iam:GetRole, or let someone who has it run spotdock apply."));
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

    /** The beginning of keys, without a text of its own. */
    private boolean isFamily(String literal) {
        String start = literal.endsWith(".") ? literal : literal + ".";
        return start.chars().filter(c -> c == '.').count() > 1
                && !texts.has(literal)
                && bundle.keySet().stream().anyMatch(key -> key.startsWith(start));
    }

    private static Set<String> literals(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TextsTest::literals)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            return LITERAL.matcher(Files.readString(file)).results().map(result -> result.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
