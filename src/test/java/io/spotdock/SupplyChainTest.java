package io.spotdock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped is what was recorded: the checksums, the bill of materials and the list of licences agree. */
class SupplyChainTest {
    private static final Path CHECKSUMS = Path.of(".mvn/checksums/checksums.sha256");
    private static final Path BILL = Path.of("target/spotdock/sbom.cdx.json");
    private static final Pattern LINE = Pattern.compile("(?<sum>[0-9a-f]{64})  (?<path>[A-Za-z0-9._/+-]+\\.(jar|pom))");
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[([^]]+)]\\(.*?\\) \\| (\\S+) \\| (.+) \\|$", Pattern.MULTILINE);

    /** By the artefact's path in a repository. */
    private static Map<String, String> recorded() throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(CHECKSUMS)) {
            var matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            assertThat(sums.put(matcher.group("path"), matcher.group("sum")))
                    .as("recorded twice: " + line)
                    .isNull();
        }
        return sums;
    }

    private static List<JsonNode> components() throws IOException {
        List<JsonNode> components = new ArrayList<>();
        new JsonMapper().readTree(BILL.toFile()).path("components").forEach(components::add);
        return components;
    }

    @Test
    void everyLibraryOnTheClassPathHasItsRecordedChecksum() throws IOException {
        Map<String, String> byName = recorded().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().substring(e.getKey().lastIndexOf('/') + 1), Map.Entry::getValue, (a, _) -> a));
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> byName.containsKey(String.valueOf(path.getFileName())))
                .toList();
        assertThat(jars).as("libraries on the class path").hasSizeGreaterThan(50);
        for (Path jar : jars)
            assertThat(sha256(jar)).as(jar.toString()).isEqualTo(byName.get(String.valueOf(jar.getFileName())));
    }

    @Test
    void theChecksumsAreSortedAndCoverEveryPlatform() throws IOException {
        assertThat(Files.readAllLines(CHECKSUMS).stream().map(line -> line.substring(66)))
                .isSorted();
        for (String platform : List.of("linux", "linux-aarch64", "mac", "mac-aarch64", "win"))
            for (String library : List.of("javafx-base", "javafx-graphics", "javafx-controls"))
                assertThat(recorded().keySet())
                        .as("after a change of JavaFX: src/test/sh/record-checksums.sh")
                        .anyMatch(path -> path.matches(".*/" + library + "-[0-9.]+-" + platform + "\\.jar"));
    }

    @Test
    void theBillOfMaterialsListsWhatIsShippedAndNothingElse() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("THIRD-PARTY.md")))
                .results()
                .toList();
        assertThat(rows).hasSizeGreaterThan(40);
        Set<String> listed = components().stream()
                .map(c -> c.path("group").asText() + ":" + c.path("name").asText() + " "
                        + c.path("version").asText())
                .collect(Collectors.toSet());
        assertThat(listed)
                .isEqualTo(rows.stream()
                        .map(row -> row.group(1) + " " + row.group(2))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theBillOfMaterialsNamesTheRecordedChecksumAndALicenceOfEachLibrary() throws IOException {
        Map<String, String> recorded = recorded();
        for (JsonNode component : components()) {
            String name = component.path("name").asText();
            String version = component.path("version").asText();
            String classifier = component.path("purl").asText().contains("classifier=")
                    ? "-" + component.path("purl").asText().replaceFirst(".*classifier=([^&]*).*", "$1")
                    : "";
            String path = component.path("group").asText().replace('.', '/') + "/" + name + "/" + version + "/" + name
                    + "-" + version + classifier + ".jar";
            assertThat(hash(component)).as(path).isEqualTo(recorded.get(path));
            assertThat(component.path("licenses")).as(name).isNotEmpty();
        }
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes"))
            if (hash.path("alg").asText().equals("SHA-256"))
                return hash.path("content").asText();
        return "none";
    }

    @Test
    void mavenItselfIsCheckedAndItsOptionsRefuseWhatIsUnknown() throws IOException {
        assertThat(Path.of(".mvn/wrapper/maven-wrapper.properties"))
                .content()
                .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
        String trusted = "-Daether.artifactResolver.postProcessor.trustedChecksums";
        assertThat(Files.readAllLines(Path.of(".mvn/maven.config")))
                .contains(trusted + "=true", trusted + ".failIfMissing=true", trusted + ".checksumAlgorithms=SHA-256");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
