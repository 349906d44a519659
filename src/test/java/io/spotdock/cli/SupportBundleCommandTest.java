package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Guide;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleCommandTest {
    private static final String JOURNAL = """
            {"at":"2026-07-24T10:00:00Z","id":"1","state":"DONE","resource":"bucket","name":"their-other-bucket","kind":"create",\
            "undo":{"trust":"{\\"StringEquals\\":{\\"sts:ExternalId\\":\\"ext-of-another\\"}}"},\
            "by":"arn:aws:iam::111122223333:user/maria"}
            """;
    private static final String LOG = """
            2026-07-24T10:00:00.000Z  INFO [1] network.http.Wire: GET my-company.thoughtspot.cloud /api/rest/2.0/system 200 - 3 ms
            2026-07-24T10:00:00.000Z  WARN [1] cli.Mishaps: Denied iam:GetRole on role thoughtspot-s3-upload as arn:aws:iam::999888777666:user/maria; said: AccessDenied: no
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void aComputerWithHistory() throws IOException {
        console = new Console(directory)
                .with("SPOTDOCK_TOKEN", "S3cr3t-t0k3n")
                .with("RECEIVER_TOKEN", "S3cr3t-r3c31v3r")
                .with("AWS_PROFILE", "marias-profile")
                .with("AWS_REGION", "eu-central-1")
                .withGuide();
        Path own = directory.resolve("own");
        write(own.resolve("journals/999888777666-thoughtspot-s3-upload.ndjson"), JOURNAL);
        write(own.resolve("logs/spotdock.log"), LOG);
        write(own.resolve("external-ids/999888777666-x.txt"), "ts-webhook-keptkeptkept\n");
        console.logs(own.resolve("logs/spotdock.log"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> bundle(String... more) throws IOException {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "support-bundle";
        arguments[1] = "-o";
        arguments[2] = "bundle.zip";
        System.arraycopy(more, 0, arguments, 3, more.length);
        Ran ran = console.run(arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(directory.resolve("bundle.zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(
                        entry.getName().replaceFirst("^spotdock-support-[0-9-]+/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void itHoldsWhatHelpsAndSaysSoInFront() throws IOException {
        Map<String, String> files = bundle("-s", "spotdock.yaml");

        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "environment.txt",
                        "settings.yaml",
                        "folder.txt",
                        "journals/999888777666-thoughtspot-s3-upload.ndjson",
                        "logs/spotdock.log");
        files.keySet().stream()
                .skip(1)
                .forEach(name -> assertThat(files.get("README.txt")).contains(name));
        assertThat(files.get("settings.yaml")).contains("my-company-data-exports", "env:RECEIVER_TOKEN");
        assertThat(files.get("logs/spotdock.log")).isEqualTo(LOG);
        assertThat(files.get("folder.txt")).contains("journals/999888777666-thoughtspot-s3-upload.ndjson");
    }

    @Test
    void ofVariablesItTellsWhetherTheyAreSet() throws IOException {
        assertThat(bundle("-s", "spotdock.yaml").get("environment.txt"))
                .containsPattern("AWS_REGION +eu-central-1\n")
                .containsPattern("AWS_PROFILE +set\n")
                .containsPattern("SPOTDOCK_TOKEN +set\n")
                .containsPattern("RECEIVER_TOKEN +set\n")
                .containsPattern("AWS_SECRET_ACCESS_KEY +not set\n");
    }

    @Test
    void theWayThroughTheNetworkIsToldWithoutThePassword() throws IOException {
        console.with("https_proxy", "http://lee:TOPSECRET@proxy.corp.lan:3128")
                .with("SPOTDOCK_CA_BUNDLE", "/etc/corp/ca.pem");
        assertThat(bundle("-s", "spotdock.yaml").get("environment.txt"))
                .containsPattern("proxy on the way to AWS +proxy.corp.lan:3128 \\(HTTPS_PROXY\\)\n")
                .containsPattern("proxy on the way to ThoughtSpot +proxy.corp.lan:3128 \\(HTTPS_PROXY\\)\n")
                .containsPattern("certificates of SPOTDOCK_CA_BUNDLE +/etc/corp/ca.pem\n")
                .containsPattern("certificates of the system +\\S")
                .containsPattern("signed in to AWS by +[A-Za-z_]+\n")
                .doesNotContain("TOPSECRET", "lee");
    }

    @Test
    void noSecretAndNoExternalIdIsInIt() throws IOException {
        assertThat(String.join("\n", bundle("-s", "spotdock.yaml").values()))
                .doesNotContain("S3cr3t")
                .doesNotContain("marias-profile")
                .doesNotContain("ts-webhook-x7k9m2p4q1")
                .doesNotContain("ts-webhook-keptkeptkept")
                .doesNotContain("ext-of-another")
                .contains("sts:ExternalId\\\":\\\"[hidden]");
    }

    @Test
    void aSecretInPlaceOfAReferenceIsLeftOutAndTold() throws IOException {
        console.file("spotdock.yaml", Guide.YAML.replace("env:RECEIVER_TOKEN", "hunter2hunter2"));

        Map<String, String> files = bundle("-s", "spotdock.yaml");

        assertThat(String.join("\n", files.values())).doesNotContain("hunter2");
        assertThat(files.get("settings.yaml")).contains("fault.secret-reference at 24:34");
    }

    @Test
    void anonymouslyTheSameThingHasTheSameOtherNameThroughout() throws IOException {
        Map<String, String> files = bundle("-s", "spotdock.yaml", "--anonymous");

        assertThat(String.join("\n", files.values()) + files.keySet())
                .doesNotContain("999888777666")
                .doesNotContain("123456789012")
                .doesNotContain("111122223333")
                .doesNotContain("my-company")
                .doesNotContain("api.example.com")
                .doesNotContain("their-other-bucket")
                .doesNotContain("thoughtspot-s3-upload")
                .doesNotContain("maria");
        assertThat(files.get("settings.yaml")).contains("account-id: \"account-2\"", "name: bucket-1", "name: role-1");
        assertThat(files).containsKey("journals/account-2-role-1.ndjson");
        assertThat(files.get("logs/spotdock.log"))
                .contains(
                        "GET host-1 /api/rest/2.0/system 200",
                        "on role role-1 as arn:aws:iam::account-2:user/principal-1");
    }

    @Test
    void theListIsToldWithoutWriting() throws IOException {
        Ran ran = console.run("support-bundle", "--list");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("README.txt", "environment.txt", "logs/spotdock.log");
        try (var files = Files.list(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".zip"))).isEmpty();
        }
        assertThat(new ObjectMapper()
                        .readTree(console.run("support-bundle", "--dry-run", "--json")
                                .out())
                        .at("/files/0/name")
                        .asText())
                .isEqualTo("README.txt");
    }

    @Test
    void onlyItsOwnerMayReadItAndNoneIsReplaced() throws IOException {
        bundle();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("bundle.zip"))))
                .isEqualTo("rw-------");
        assertThat(console.run("support-bundle", "-o", "bundle.zip").code()).isEqualTo(4);
    }

    @Test
    void whatTheDoctorSaidIsInItEvenWhereItCouldNotLook() throws IOException {
        console.file("spotdock.yaml", Guide.YAML.replace("region: us-east-1", "region: nowhere"));

        assertThat(bundle("-s", "spotdock.yaml", "--doctor", "--no-input").get("doctor.ndjson"))
                .contains("\"result\":\"failed\"", "aws.region");
        assertThat(console.run("support-bundle", "--doctor").err()).contains("-s FILE");
    }
}
