package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.fuzz.Fuzz;
import io.spotdock.fuzz.FuzzTest;
import io.spotdock.fuzz.HostileText;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Field;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever legal values an integration has: each file reads back to those values, by a reader that is not ours. */
@FuzzTest
class ExportFuzzTest {
    private static final String IDENTIFIER = "abzABZ019+=,.@_-";

    /** What goes into one export. */
    private record Values(
            String externalId,
            String role,
            String prefix,
            String name,
            String org,
            String description,
            String parameter) {
        static Values of(Random random) {
            return new Values(
                    "ts" + HostileText.of(random, IDENTIFIER + ":/", 20),
                    "r" + HostileText.of(random, IDENTIFIER, 20),
                    HostileText.any(random, 30).replaceAll("[*?$]", "-").replaceFirst("^/+", ""),
                    "n" + HostileText.any(random, 30) + "n",
                    "o" + HostileText.any(random, 30) + "o",
                    "d" + HostileText.any(random, 30) + "d",
                    HostileText.any(random, 30));
        }

        Wanted wanted() {
            return Samples.wanted(draft -> draft.with(Field.EXTERNAL_ID, externalId)
                    .with(Field.ROLE_NAME, role)
                    .with(Field.PREFIX, prefix)
                    .with(Field.WEBHOOK_NAME, name)
                    .with(Field.ORG, org)
                    .with(Field.DESCRIPTION, description)
                    .with(Field.URL_PARAMS, Map.of("p", parameter)));
        }
    }

    private static Map<String, String> files(Wanted wanted) {
        Map<String, String> files = new TreeMap<>();
        for (ExportFile file : Samples.export(wanted).files(java.util.Set.of(Format.values())))
            files.put(file.path(), file.content());
        return files;
    }

    private static String file(Map<String, String> files, String name) {
        String content = files.get(name);
        if (content == null) throw new AssertionError(name + " is not in " + files.keySet());
        return content;
    }

    @Test
    void documentsReadBackToTheirValues(Fuzz fuzz) {
        fuzz.run("exports", 600, random -> {
            Values values = Values.of(random);
            Wanted wanted = values.wanted();
            Map<String, String> files = files(wanted);
            policies(files, wanted);
            cloudFormation(new YAMLMapper().readTree(file(files, "cloudformation.yaml")), values);
            terraform(file(files, "terraform/example/main.tf"), values);
            webhook(new JsonMapper().readTree(file(files, "webhook-request.json")), values);
            html(file(files, "handoff.html"), values);
            markdown(file(files, "handoff.md"), values);
        });
    }

    private static void policies(Map<String, String> files, Wanted wanted) throws Exception {
        assertThat(PolicyJson.parse(file(files, "policies/trust-policy.json"))
                        .means(wanted.trust().document()))
                .isTrue();
        assertThat(PolicyJson.parse(file(files, "policies/permissions-policy.json"))
                        .means(wanted.permissions(java.util.Optional.empty()).document()))
                .isTrue();
    }

    private static void cloudFormation(JsonNode template, Values values) {
        JsonNode parameters = template.get("Parameters");
        assertThat(parameters.at("/ExternalId/Default").textValue()).isEqualTo(values.externalId());
        assertThat(parameters.at("/PathPrefix/Default").textValue()).isEqualTo(values.prefix());
        assertThat(parameters.at("/RoleName/Default").textValue()).isEqualTo(values.role());
    }

    private static void terraform(String root, Values values) {
        assertThat(HclTexts.only(root, "external_id")).isEqualTo(values.externalId());
        assertThat(HclTexts.only(root, "path_prefix")).isEqualTo(values.prefix());
        assertThat(HclTexts.only(root, "role_name")).isEqualTo(values.role());
    }

    private static void webhook(JsonNode request, Values values) {
        assertThat(request.path("name").textValue()).isEqualTo(values.name());
        assertThat(request.path("description").textValue()).isEqualTo(values.description());
        assertThat(request.path("url_params").path("p").textValue()).isEqualTo(values.parameter());
    }

    private static void html(String page, Values values) throws Exception {
        NodeList rows = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getElementsByTagName("tr");
        Map<String, String> shown = new LinkedHashMap<>();
        for (int i = 0; i < rows.getLength(); i++) {
            Element row = (Element) rows.item(i);
            shown.put(row.getFirstChild().getTextContent(), row.getLastChild().getTextContent());
        }
        assertThat(shown)
                .containsEntry("External ID", values.externalId())
                .containsEntry("Webhook", values.name())
                .containsEntry("Org", values.org());
        if (!values.prefix().isEmpty()) assertThat(shown).containsEntry("Path prefix", values.prefix());
    }

    private static void markdown(String text, Values values) {
        assertThat(span(text, "Webhook")).isEqualTo(values.name());
        assertThat(span(text, "Org")).isEqualTo(values.org());
        assertThat(span(text, "External ID")).isEqualTo(values.externalId());
        if (!values.prefix().isEmpty()) assertThat(span(text, "Path prefix")).isEqualTo(values.prefix());
    }

    /** A code span, read as CommonMark does ("Code spans"): to the next run of as many backticks. */
    private static String span(String text, String label) {
        Matcher line =
                Pattern.compile("(?m)^- \\*\\*" + label + ":\\*\\* (`+)(.*)$").matcher(text);
        assertThat(line.find()).as(label).isTrue();
        String fence = line.group(1);
        Matcher end = Pattern.compile("(?<!`)" + fence + "(?!`)").matcher(line.group(2));
        assertThat(end.find()).as("open: " + line.group()).isTrue();
        assertThat(end.end())
                .as("goes on after its end: " + line.group())
                .isEqualTo(line.group(2).length());
        String content = line.group(2).substring(0, end.start());
        boolean padded = content.startsWith(" ") && content.endsWith(" ") && !content.isBlank();
        return padded ? content.substring(1, content.length() - 1) : content;
    }

    @Test
    void scriptsReadBackToTheirValuesInARealShell(Fuzz fuzz, @TempDir Path folder) {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell on this machine");
        fuzz.run("exports", 60, random -> {
            Values values = Values.of(random);
            Wanted wanted = values.wanted();
            String script = file(files(wanted), "apply.sh");
            // The values, which end where the first function begins; then they are told.
            int begin = script.indexOf("\naccount=");
            int end = script.indexOf("\n\n", script.indexOf("permissions_policy="));
            assertThat(begin).isPositive();
            assertThat(end).isGreaterThan(begin);
            Files.writeString(
                    folder.resolve("values.sh"),
                    "set -eu" + script.substring(begin, end)
                            + "\nprintf '%s\\0' \"$role\" \"$prefix\" \"$external_id\" \"$trust_policy\" \"$permissions_policy\"\n");
            List<String> told = run(folder);
            assertThat(told.subList(0, 3)).containsExactly(values.role(), values.prefix(), values.externalId());
            assertThat(PolicyJson.parse(told.get(3)).means(wanted.trust().document()))
                    .isTrue();
            assertThat(PolicyJson.parse(told.get(4))
                            .means(wanted.permissions(java.util.Optional.empty())
                                    .document()))
                    .isTrue();
            try (var left = Files.list(folder)) {
                assertThat(left).as("nothing was run").hasSize(1);
            }
        });
    }

    private static List<String> run(Path folder) throws Exception {
        Process shell = new ProcessBuilder("/bin/sh", "values.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return List.of(said.split("\0", -1));
    }
}
