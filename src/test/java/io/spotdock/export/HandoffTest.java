package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HandoffTest {
    private static Document html(Samples sample) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(sample.file("handoff.html"))));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList all = page.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static Map<String, String> rows(Document page) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Element row : elements(page, "tr"))
            rows.put(row.getFirstChild().getTextContent(), row.getLastChild().getTextContent());
        return rows;
    }

    @Test
    void itNamesWhatBothSidesNeed() throws Exception {
        assertThat(rows(html(Samples.ON_AWS)))
                .containsEntry("Role ARN", "arn:aws:iam::999888777666:role/thoughtspot-s3-upload")
                .containsEntry("External ID", "ts-webhook-x7k9m2p4q1")
                .containsEntry("Bucket", "my-company-data-exports")
                .containsEntry("Region", "us-east-1")
                .containsEntry("Path prefix", "thoughtspot/")
                .containsEntry("ThoughtSpot", "https://my-company.thoughtspot.cloud")
                .containsEntry("Org", "Primary")
                .containsEntry("Webhook", "Webhook_S3")
                .containsEntry("Webhook URL", "https://api.example.com/thoughtspot/webhook");
    }

    @Test
    void onGoogleCloudThereIsNoExternalId() throws Exception {
        assertThat(rows(html(Samples.ON_GOOGLE))).containsKey("Role ARN").doesNotContainKey("External ID");
        assertThat(Samples.ON_GOOGLE.file("handoff.md")).contains("Role ARN").doesNotContain("External ID");
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsWellFormedAndHoldsNothingThatRunsOrLoads(Samples sample) throws Exception {
        Document page = html(sample);
        List<String> names = new ArrayList<>();
        for (Element element : elements(page, "*")) {
            names.add(element.getTagName());
            assertThat(element.hasAttribute("src") || element.hasAttribute("href"))
                    .isFalse();
        }
        assertThat(Set.copyOf(names))
                .isSubsetOf(
                        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th", "td",
                        "code", "pre");
        assertThat(sample.file("handoff.html")).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
        assertThat(elements(page, "style").getFirst().getTextContent()).doesNotContain("url(", "@import");
        assertThat(sample.file("handoff.html")).doesNotContain("<script");
    }

    @Test
    void aHostileNameIsShownAsItStands() throws Exception {
        String name = "</title><script>alert('1')</script> ```$(id)`` *a* [b](c)";
        assertThat(rows(html(Samples.HOSTILE)))
                .containsEntry("Webhook", name)
                .containsEntry("Path prefix", "it's \"here\" `id` \\ Größe #{x}; & <b> %{y}/")
                .containsEntry("Org", "\"Org\" & <Söhne>");
        // A code span with a fence longer than any run of backticks in it.
        assertThat(Samples.HOSTILE.file("handoff.md")).contains("- **Webhook:** ````" + name + "````\n");
    }

    @Test
    void theCommandTakesTheTokenFromTheEnvironmentAndShowsItToNobody() throws Exception {
        String command = elements(html(Samples.ON_AWS), "pre").getLast().getTextContent();
        assertThat(command)
                .contains(
                        "'https://my-company.thoughtspot.cloud/api/rest/2.0/webhooks/create'",
                        "printf 'Authorization: Bearer %s\\n' \"$THOUGHTSPOT_TOKEN\" |",
                        "-H @-",
                        "@webhook-request.json");
        assertThat(command.substring(command.indexOf("curl"))).doesNotContain("$THOUGHTSPOT_TOKEN");
        assertThat(Samples.ON_AWS.file("handoff.md")).contains("```sh\n" + command + "\n```\n");
    }

    @Test
    void theRequestThatRegistersTheWebhookIsInIt() throws Exception {
        assertThat(elements(html(Samples.ON_AWS), "pre"))
                .extracting(Element::getTextContent)
                .contains(Samples.ON_AWS.file("webhook-request.json").strip());
    }

    @ParameterizedTest
    @EnumSource
    void theQuickCreateLinkFillsInTheWholeForm(Samples sample) throws Exception {
        String link = elements(html(sample), "pre").stream()
                .map(Element::getTextContent)
                .filter(text -> text.startsWith("https://"))
                .findFirst()
                .orElseThrow();
        URI uri = URI.create(link);
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : uri.getRawFragment().split("[?&]")) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        boolean china = sample == Samples.ON_GOOGLE_BUILT_IN;
        assertThat(uri.getHost()).isEqualTo(china ? "console.amazonaws.cn" : "console.aws.amazon.com");
        assertThat(values.remove("templateURL"))
                .matches("https://TEMPLATE-BUCKET\\.s3\\.[a-z0-9-]+\\.amazonaws\\.com" + (china ? "\\.cn" : "")
                        + "/cloudformation\\.yaml");
        assertThat(values.remove("stackName")).isEqualTo("thoughtspot-delivery");
        Map<String, String> expected = new LinkedHashMap<>();
        new TemplateFiles(sample.wanted(), Standing.NOTHING)
                .parameters()
                .forEach((name, value) -> expected.put("param_" + name, value));
        assertThat(values).isEqualTo(expected);
    }

    @Test
    void itPointsOnlyToFilesThatLieBesideIt() {
        String alone = Samples.ON_AWS.files(Format.HANDOFF).getFirst().content();
        assertThat(alone).doesNotContain("apply.sh", "terraform");
        String withOne = Samples.ON_AWS.files(Format.HANDOFF, Format.TERRAFORM).stream()
                .filter(file -> file.path().equals("handoff.md"))
                .findFirst()
                .orElseThrow()
                .content();
        assertThat(withOne).contains("terraform -chdir=terraform/example").doesNotContain("apply.sh");
    }

    @Test
    void theRowsAreThereToBeShownToo() {
        assertThat(Samples.export(Samples.WITHOUT_PREFIX.wanted()).sheet())
                .contains(
                        new HandoffRow("Bucket", "my-company-data-exports", true),
                        new HandoffRow("Path prefix", "None. ThoughtSpot may write anywhere in the bucket.", false));
    }
}
