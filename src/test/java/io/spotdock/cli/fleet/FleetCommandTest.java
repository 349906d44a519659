package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.cli.Console.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Commands over a fleet that change nothing, against a sandbox. */
class FleetCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FleetOnSandbox fleet;

    @BeforeEach
    void start() {
        fleet = new FleetOnSandbox(directory).manifest("sales-emea", "sales-apac", "hr");
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void whatIsWrongWithTheManifestIsSaidWithItsPlaceBeforeAnybodyIsAsked() {
        fleet.manifest("sales", "{name: Sales, bucket: {nane: x}}");
        Ran ran = fleet.run("apply", "--yes");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "fleet.yaml:10:28: integrations[Sales].bucket.nane: Unknown key nane.",
                        "problems in fleet.yaml");
        assertThat(fleet.sandbox.calls().calls()).isEmpty();
        assertThat(fleet.console.run("fleet", "plan", "-m", "none.yaml").err()).contains("none.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--match|sales-*|sales-emea sales-apac",
                "--match|*-{emea,latam}|sales-emea",
                "--only|HR|hr",
                "--only|hr,sales-apac|sales-apac hr",
            })
    void someAreMeantByNameOrPattern(String option, String value, String names) throws Exception {
        Ran ran = fleet.run("plan", option, value, "--json");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(FleetOnSandbox.last(ran).path("integrations"))
                .extracting(row -> row.path("name").asText())
                .containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only|salse-emea|Did you mean sales-emea?",
                "--match|x*|No integration of the manifest is named like x*.",
                "--match|[|[ is no pattern.",
                "--parallel|65|--parallel takes 1 to 64.",
                "--parallel|0|--parallel takes 1 to 64.",
            })
    void whatMeansNothingIsWrongUsage(String option, String value, String sentence) {
        Ran ran = fleet.run("plan", option, value);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence);
        assertThat(fleet.sandbox.calls().calls()).isEmpty();
    }

    @Test
    void theAddressOfTheEnvironmentStandsAboveAllHostsUnlessOrgsWouldBecomeOne() {
        String webhook = "  webhook: {name: W, url: 'https://api.example.com/hook'}\n";
        fleet.console
                .with("SPOTDOCK_USER", "admin")
                .with("SPOTDOCK_PASSWORD", "sandbox-password")
                .with(
                        "SPOTDOCK_THOUGHTSPOT_URL",
                        fleet.sandbox.access().thoughtSpot().toString());
        String[] apart = {
            "{name: a, thoughtspot: {host: a.thoughtspot.cloud, org: Primary}}",
            "{name: b, thoughtspot: {host: b.thoughtspot.cloud, org: Sales}}"
        };
        fleet.manifest(webhook, apart);
        assertThat(fleet.run("plan").code()).isZero();
        apart[1] = apart[1].replace("Sales", "Primary");
        fleet.manifest(webhook, apart);
        Ran ran = fleet.run("plan");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("SPOTDOCK_THOUGHTSPOT_URL is not right.", "a and b are at two of them");
        assertThat(fleet.run("plan", "--only", "b").code()).isZero();
    }

    @Test
    void whoWantsToReadThePlansReadsThemAll() {
        assertThat(fleet.run("plan").out()).doesNotContain("+ role");
        assertThat(fleet.run("plan", "--verbose").out())
                .contains("+ role thoughtspot-hr: create", "+ role thoughtspot-sales-emea: create");
    }

    @Test
    void aTestIsASuiteOfItsChecksAndTheFirstFindingIsTold() throws Exception {
        assertThat(fleet.run("apply", "--yes", "--only", "hr,sales-emea").code())
                .isZero();

        Ran ran = fleet.run("test", "--junit", "out/test.xml", "--json");

        assertThat(ran.code()).as(ran.out()).isEqualTo(1);
        JsonNode integrations = FleetOnSandbox.last(ran).path("integrations");
        assertThat(integrations)
                .extracting(row -> row.path("result").asText())
                .containsExactly("passed", "failed", "passed");
        assertThat(integrations.get(1).path("first").asText()).isEqualTo("bucket.exists");
        Document document = JUnitSchema.checked(Files.readString(directory.resolve("out/test.xml")));
        NodeList suites = document.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(3);
        Element apac = (Element) suites.item(1);
        assertThat(apac.getAttribute("name")).isEqualTo("sales-apac");
        assertThat(Integer.parseInt(apac.getAttribute("failures"))).isPositive();
        assertThat(apac.getElementsByTagName("failure").item(0).getTextContent())
                .contains("acme-sales-apac");
        assertThat(((Element) suites.item(0)).getAttribute("failures")).isEqualTo("0");
    }

    @Test
    void theDoctorLooksOnlyAndNamesTheFirstFinding() {
        assertThat(fleet.run("apply", "--yes", "--only", "hr").code()).isZero();
        fleet.sandbox.calls().clear();

        Ran ran = fleet.run("doctor");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .containsPattern("hr +999888777666  (passed|look)")
                .containsPattern("sales-emea +999888777666  failed");
        assertThat(ran.err()).contains("In sales-emea, sales-apac.");
        assertThat(fleet.writes()).isEmpty();
    }

    @Test
    void whatWasPlannedIsOneTestForEachIntegration() throws Exception {
        fleet.sandbox.faults().set("foreign-bucket", "acme-hr");
        assertThat(fleet.run("plan", "--junit", "plan.xml").code()).isEqualTo(4);
        Document document = JUnitSchema.checked(Files.readString(directory.resolve("plan.xml")));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        Element failed = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failed.getAttribute("type")).isEqualTo("conflict");
        assertThat(((Element) failed.getParentNode()).getAttribute("name")).isEqualTo("hr");
    }

    @Test
    void whoWatchesSeesOnePassingLineThatFits() {
        fleet.console.typing();
        Ran ran = fleet.run("test");
        assertThat(ran.err()).contains("\r\u001b[K0 of 3 · ", "2 of 3 · ").doesNotContain("1 of 3: ");
        assertThat(ran.err().split("\r\u001b\\[K|\n"))
                .filteredOn(line -> line.contains(" of 3 · "))
                .allMatch(line -> Cells.width(line) < 80);
        assertThat(fleet.run("test", "--json").out()).doesNotContain("\r");
    }
}
