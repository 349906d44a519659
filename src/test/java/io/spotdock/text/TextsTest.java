package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Extra;
import io.spotdock.check.Strength;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.gui.control.StepMark;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.settings.StepId;
import io.spotdock.support.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern ENDING = Pattern.compile("\"(\\.[a-z-]+)\"");
    private static final Pattern KEY = Pattern.compile(
            "(?:fault|failure|field|note|check|cause|remedy|cli|sign-in|wait|undo|export|finding|wizard)\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*");

    /** Looks like a key, but names a file. */
    private static final Pattern FILE = Pattern.compile("[a-z-]+\\.(?:csv|html|json|md|sh|tf|txt|yaml)");

    private final Set<String> keys = Texts.BUNDLES.stream()
            .flatMap(name -> ResourceBundle.getBundle(name, Locale.ROOT).keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void everyKeyInTheSourcesHasAText() {
        assertThat(literals("src/main/java"))
                .filteredOn(literal -> KEY.matcher(literal).matches()
                        && !FILE.matcher(literal).matches()
                        && !texts.has(literal)
                        && !isFamily(literal))
                .isEmpty();
    }

    @Test
    void everyCheckHasATitleAndSaysWhatItProves() {
        assertThat(Catalogue.with(EnumSet.allOf(Extra.class)))
                .extracting(Check::id)
                .filteredOn(id -> !texts.has("check." + id) || !texts.has("check." + id + ".proves"))
                .isEmpty();
    }

    /** Their keys are put together in code, so that no literal tells when one is missing. */
    @Test
    void aFamilyHasATextForEachOfItsMembers() {
        Map<String, Stream<String>> families = Map.of(
                "delivery.status.",
                        Arrays.stream(DeliveryHistory.Status.values()).map(TextsTest::small),
                "wizard.step.", Arrays.stream(StepId.values()).map(TextsTest::small),
                "wizard.state.", Arrays.stream(StepMark.values()).map(TextsTest::small),
                "wizard.change.noun.", Arrays.stream(ResourceKind.values()).map(ResourceKind::id),
                "wizard.change.", Stream.of("create", "update", "keep", "conflict"),
                "wizard.access.trust", Stream.of("", ".says", ".copy", ".save"),
                "wizard.access.permissions", Stream.of("", ".says", ".copy", ".save"),
                "cli.support.kind.", Arrays.stream(Part.Kind.values()).map(Part.Kind::toString),
                "wizard.livetest.state.",
                        Arrays.stream(CheckResult.Status.values()).map(CheckResult.Status::id),
                "wizard.livetest.strength.", Arrays.stream(Strength.values()).map(Strength::id));
        assertThat(families.entrySet())
                .flatExtracting(family -> family.getValue()
                        .map(member -> family.getKey() + member)
                        .toList())
                .filteredOn(key -> !texts.has(key))
                .isEmpty();
    }

    @Test
    void everyTextIsAskedFor() {
        Set<String> literals = literals("src/main/java");
        Set<String> endings = literals(Path.of("src/main/java"), ENDING);
        Set<String> ofChecks = literals("src/main/java/io/spotdock/check");
        Set<String> ofSignIns = literals("src/main/java/io/spotdock/aws");
        assertThat(keys)
                .filteredOn(key -> !literals.contains(key))
                // Code puts a key together with what comes after it, or a family with a member.
                .filteredOn(key -> endings.stream()
                        .noneMatch(ending -> key.endsWith(ending) && literals.contains(without(ending, key))))
                .filteredOn(key -> Stream.of(key.replaceFirst("[^.]+$", ""), key.replaceFirst("\\.[^.]+$", ""))
                        .noneMatch(family -> literals.contains(family) && isFamily(family)))
                .filteredOn(
                        key -> !key.startsWith("check.") || !ofChecks.contains(without(".proves", key.substring(6))))
                .filteredOn(
                        key -> !key.startsWith("sign-in.") || !ofSignIns.contains(without(".remedy", key.substring(8))))
                .filteredOn(key -> !key.equals("field.condition"))
                .isEmpty();
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
    void everyCommercialRegionHasAName() {
        assertThat(RegionName.COMMERCIAL)
                .doesNotHaveDuplicates()
                .allMatch(region -> region.partition() == Partition.AWS)
                .allMatch(region -> texts.has("wizard.region." + region));
    }

    @Test
    void aConditionThatDiffersIsNamedByItsOperatorAndKey() {
        assertThat(texts.field("field.condition:Bool aws:SecureTransport"))
                .isEqualTo("condition Bool aws:SecureTransport");
    }

    private static String small(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of keys, without a text of its own. */
    private boolean isFamily(String literal) {
        String start = literal.endsWith(".") ? literal : literal + ".";
        return start.chars().filter(c -> c == '.').count() > 1
                && !texts.has(literal)
                && keys.stream().anyMatch(key -> key.startsWith(start));
    }

    private static String without(String ending, String key) {
        return key.endsWith(ending) ? key.substring(0, key.length() - ending.length()) : key;
    }

    private static Set<String> literals(String folder) {
        return literals(Path.of(folder), LITERAL);
    }

    private static Set<String> literals(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(result -> result.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
