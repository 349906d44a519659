package io.spotdock.settings.fleet;

import static io.spotdock.settings.fleet.Manifests.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.settings.Position;
import io.spotdock.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCsvTest {
    private static final String ALONE = """
            name,thoughtspot.hosting,thoughtspot.account-id,aws.account-id,aws.region,bucket.name,role.name
            emea,aws,123456789012,111122223333,us-east-1,acme-{name},ts-{name}
            """;

    private static final String BESIDE =
            "spotdock-fleet: 1\n" + Manifests.DEFAULTS + "integrations: integrations.csv\n";

    @TempDir
    private Path folder;

    private Manifests manifests;

    @BeforeEach
    void manifests() {
        manifests = new Manifests(folder);
    }

    @Test
    void aFileOfItsOwnHoldsEverything() throws IOException {
        Manifest fleet = alone(ALONE).good().orElseThrow();
        assertThat(fleet.name()).isEqualTo("fleet");
        assertThat(fleet.signIns()).isEqualTo(SignIns.COMMANDS_OWN);
        FleetEntry emea = fleet.entries().getFirst();
        assertThat(emea.at()).isEqualTo(new Position(2, 1));
        assertThat(emea.settings().bucket().name().value()).isEqualTo("acme-emea");
        assertThat(emea.settings().aws().accountId().value()).isEqualTo("111122223333");
    }

    @Test
    void anEmptyCellBesideAManifestIsTheDefault() throws IOException {
        ManifestChecked checked = beside("""
                name,thoughtspot.org,aws.account-id,aws.region
                emea,Sales EMEA,111122223333,
                apac,"Sales, APAC",444455556666,ap-southeast-2
                """);
        assertThat(told(checked)).isEmpty();
        Manifest fleet = checked.good().orElseThrow();
        assertThat(fleet.entries())
                .extracting(entry -> entry.settings().aws().region().value())
                .containsExactly("us-east-1", "ap-southeast-2");
        assertThat(fleet.entries().getLast().settings().thoughtSpot().org()).contains("Sales, APAC");
    }

    @Test
    void theKeysOfAMapHaveColumnsOfTheirOwn() throws IOException {
        Settings settings =
                beside("""
                name,aws.account-id,webhook.headers.X-Team,webhook.headers.X.Dotted,webhook.url-params.q
                emea,111122223333,"the ""A"" team",,{name}
                """).good().orElseThrow().entries().getFirst().settings();
        assertThat(settings.webhook().orElseThrow().headers()).isEqualTo(Map.of("X-Team", "the \"A\" team"));
        assertThat(settings.webhook().orElseThrow().urlParams()).isEqualTo(Map.of("q", "emea"));
    }

    /** As Excel writes it: in many countries with semicolons, with a mark in front, and with all its empty cells. */
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void whatASheetProgramWritesIsRead(String separator) throws IOException {
        String sheet = """
                name,aws.account-id,bucket.create,thoughtspot.org,,
                emea,111122223333,FALSE,"TRUE",,
                ,,,,,

                apac,444455556666,TRUE,x,,
                """.replace("\n", "\r\n").replace(",", separator);
        ManifestChecked checked = beside("\uFEFF" + sheet);
        assertThat(told(checked)).isEmpty();
        assertThat(checked.good().orElseThrow().entries())
                .extracting(entry -> entry.settings().bucket().create())
                .containsExactly(false, true);
        assertThat(checked.good()
                        .orElseThrow()
                        .entries()
                        .getFirst()
                        .settings()
                        .thoughtSpot()
                        .org())
                .contains("TRUE");
    }

    @Test
    void aLineThatTellsExcelTheSeparatorIsNotARow() throws IOException {
        assertThat(told(alone("sep=;\n" + ALONE.replace(",", ";")))).isEmpty();
        assertThat(told(alone("sep=,\n" + ALONE))).isEmpty();
    }

    @Test
    void aRowsLineIsTheLineOfTheFileWhateverItsCellsHold() throws IOException {
        assertThat(told(beside("""
                name,aws.account-id,webhook.description
                emea,111122223333,"two
                lines"
                apac,1,
                """)))
                .containsExactly(
                        "integrations.csv:2:19 integrations[emea].webhook.description: No line breaks, and no"
                                + " characters that can’t be seen.",
                        "integrations.csv:4:6 integrations[apac].aws.account-id: An account ID has 12 digits; this has"
                                + " 1.");
    }

    @Test
    void whatIsWrongInBothFilesIsSaidOfEachWithItsPlace() throws IOException {
        ManifestChecked checked = beside(
                "spotdock-fleet: 1\nnmae: x\n" + Manifests.DEFAULTS.replace("us-east-1", "nowhere")
                        + "integrations: integrations.csv\n",
                """
                name,aws.account-id,bucket.prefx
                a b,111122223333,x/
                """);
        assertThat(told(checked))
                .containsExactly(
                        "2:1 nmae: Unknown key nmae. Did you mean name?",
                        "5:17 defaults.aws.region: Not a region’s code, which looks like eu-central-1.",
                        "integrations.csv:1:21 bucket.prefx: Unknown column bucket.prefx. Did you mean bucket.prefix?",
                        "integrations.csv:2:1 integrations[0].name: A name has letters, digits and - _ . only, and"
                                + " starts with a letter or digit.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | 1 | 1  | fault.fleet.csv.empty
            'name,region~a,x~'                     | 1 | 6  | fault.fleet.csv.column.near
            'name,nothing like it~a,x~'            | 1 | 6  | fault.fleet.csv.column
            'name,Name~a,x~'                       | 1 | 6  | fault.fleet.csv.column.near
            'name,name~a,x~'                       | 1 | 6  | fault.fleet.csv.twice
            'name,,aws.region~a,x,us-east-1~'      | 1 | 6  | fault.fleet.csv.untitled
            'aws.region~us-east-1~'                | 1 | 1  | fault.fleet.csv.name
            'name,aws.region~a~'                   | 2 | 1  | fault.fleet.csv.cells
            'name,aws.region~a,us-east-1,more~'    | 2 | 1  | fault.fleet.csv.cells
            'name,aws.region~"a,us-east-1~b,c~'    | 2 | 1  | fault.fleet.csv.quotes
            'name,aws.region~"a"b,us-east-1~'      | 2 | 1  | fault.fleet.csv.quotes
            'webhook.headers.,name~x,a~'           | 1 | 1  | fault.fleet.csv.column.near
            """)
    void whatIsWrongWithASheetIsSaidWithItsPlace(String text, int line, int column, String fault) throws IOException {
        ManifestChecked checked = alone(text == null ? "" : text.replace("~", "\n"));
        assertThat(checked.problems())
                .filteredOn(problem -> problem.fault().key().startsWith("fault.fleet.csv"))
                .extracting(
                        problem -> problem.fault().key(),
                        problem -> problem.at().orElseThrow())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(fault, new Position(line, column)));
    }

    @Test
    void aColumnThatIsMissingIsSaidOnce() throws IOException {
        assertThat(told(alone(ALONE.replace(",role.name", "").replaceAll(",ts-.*", "")
                        + "apac,aws,123456789012,111122223333,us-east-1,acme-{name}\n")))
                .containsExactly("1:1 role.name: This is needed.");
    }

    @Test
    void aSheetThatIsNotUtf8IsSaidByItsName() throws IOException {
        Files.write(folder.resolve("integrations.csv"), "name\nMünchen\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told(manifests.yaml(BESIDE)))
                .containsExactly("integrations.csv:The file isn’t UTF-8. Save it as UTF-8.");
    }

    @Test
    void overlapsNameTheLinesOfTheSheet() throws IOException {
        assertThat(told(beside("""
                name,aws.account-id
                emea,111122223333
                apac,444455556666
                """)))
                .containsExactly(
                        "integrations.csv:3:1 integrations[apac].thoughtspot.org: The entry emea (line 2) is for"
                                + " the same Org, and an Org has one webhook for its Liveboards. Name another Org, or take one"
                                + " of the two out.");
    }

    private ManifestChecked alone(String csv) throws IOException {
        return manifests.read("fleet.csv", csv);
    }

    private ManifestChecked beside(String csv) throws IOException {
        return beside(BESIDE, csv);
    }

    private ManifestChecked beside(String manifest, String csv) throws IOException {
        Files.writeString(folder.resolve("integrations.csv"), csv);
        return manifests.yaml(manifest);
    }
}
