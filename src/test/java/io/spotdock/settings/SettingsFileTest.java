package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.domain.resource.WebhookAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @Test
    void theGuidesExampleIsReadAsItStands() {
        assertThat(read(Guide.YAML).check())
                .isEqualTo(new Checked.Good(new Settings(
                        new Settings.ThoughtSpot(
                                Settings.HostingChoice.AWS,
                                Optional.of(new ThoughtSpotHost(URI.create("https://my-company.thoughtspot.cloud"))),
                                Optional.of("Primary"),
                                Optional.of(new AccountId("123456789012")),
                                Optional.empty()),
                        new Settings.Aws(
                                new AccountId("999888777666"), Optional.of("default"), new RegionName("us-east-1")),
                        new Settings.Bucket(
                                new BucketName("my-company-data-exports"),
                                new KeyPrefix("thoughtspot/"),
                                true,
                                true,
                                Optional.empty()),
                        new Settings.Role(
                                new RoleName("thoughtspot-s3-upload"),
                                Optional.empty(),
                                Optional.of(new ExternalId("ts-webhook-x7k9m2p4q1")),
                                GoogleProvider.IN_ACCOUNT),
                        Optional.of(new Settings.Webhook(
                                "Webhook_S3",
                                new WebhookUrl(URI.create("https://api.example.com/thoughtspot/webhook")),
                                Optional.of("Liveboard exports to S3"),
                                Map.of("key", "value"),
                                new WebhookAuthentication.BearerToken(
                                        Optional.of(new SecretReference.Environment("RECEIVER_TOKEN"))),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty())))));
    }

    @Test
    void theGuidesExampleForGoogleCloudIsReadToo() {
        Settings settings = read(Guide.GCP).check().good().orElseThrow();
        assertThat(settings.thoughtSpot().serviceAccountId()).contains(new ServiceAccountId("115663769112811637952"));
        assertThat(settings.role().provider()).isEqualTo(GoogleProvider.BUILT_IN);
        assertThat(settings.webhook()).isEmpty();
    }

    @Test
    void jsonSaysTheSame() {
        String json = """
            {"spotdock": 1,
             "thoughtspot": {"hosting": "gcp", "service-account-id": "115663769112811637952"},
            \t"aws": {"account-id": "999888777666", "region": "us-east-1"},
             "bucket": {"name": "my-company-data-exports", "prefix": "thoughtspot/"},
             "role": {"name": "thoughtspot-s3-upload", "google-provider": "built-in"}}
            """;
        Checked yaml = read(Guide.GCP).check();
        assertThat(SettingsFile.read(json.getBytes(StandardCharsets.UTF_8), "s.json")
                        .check())
                .isEqualTo(yaml);
        assertThat(SettingsFile.read(json.getBytes(StandardCharsets.UTF_8), "settings")
                        .check())
                .isEqualTo(yaml);
    }

    @Test
    void aFileWithAByteOrderMarkIsRead() {
        assertThat(read("\uFEFF" + Guide.YAML).check().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'  name: my-company-data-exports', '  nam: my-company-data-exports', bucket.nam, bucket.name, 13",
        "'bucket:', 'bukcet:', bukcet, bucket, 12",
        "'  hosting: aws ', '  hosting: aws\n  external-id: ab ', thoughtspot.external-id, role.external-id, 4",
        "'bearer-token: env', 'bearer_token: env', webhook.authentication.bearer_token,"
                + " webhook.authentication.bearer-token, 24"
    })
    void anUnknownKeyIsAnErrorThatNamesTheNearestKnownOne(
            String known, String unknown, String path, String near, int line) {
        assertThat(read(Guide.YAML.replace(known, unknown)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.fault().key()).isEqualTo("fault.key.unknown.near");
                    assertThat(problem.fault().arguments().getLast()).isEqualTo(near);
                    assertThat(problem.at().orElseThrow().line()).isEqualTo(line);
                });
    }

    @Test
    void aKeyNearToNothingIsToldWhatIsKnownThere() {
        assertThat(read(Guide.YAML.replace("create:", "flamingo:")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.fault().key()).isEqualTo("fault.key.unknown");
                    assertThat(problem.fault().arguments())
                            .containsExactly("flamingo", "create, kms-key, name, prefix, tls-only");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'create: true', 'create: \"yes\"', bucket.create, fault.type.flag, 15, 11",
        "'create: true', 'create: [true]', bucket.create, fault.type.flag, 15, 11",
        "'org: Primary', 'org: true', thoughtspot.org, fault.type.text, 5, 8",
        "'org: Primary', 'org: {a: b}', thoughtspot.org, fault.type.text, 5, 8",
        "'url-params: {key: value}', 'url-params: x', webhook.url-params, fault.type.map, 23, 15",
        "'url-params: {key: value}', 'url-params: {key: [1]}', webhook.url-params.key, fault.type.text, 23, 21",
        "'{bearer-token: env:RECEIVER_TOKEN}', 'hunter2', webhook.authentication, fault.type.section, 24, 19"
    })
    void aWrongTypeIsSaidWithLineAndColumn(
            String right, String wrong, String path, String fault, int line, int column) {
        assertThat(read(Guide.YAML.replace(right, wrong)).check().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.fault().key()).isEqualTo(fault);
                    assertThat(problem.at()).contains(new Position(line, column));
                });
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfTheFile() {
        String wrong = Guide.YAML
                .replace("hosting: aws", "hosting: azure")
                .replace("region: us-east-1", "region: Frankfurt")
                .replace("my-company-data-exports", "My_Bucket")
                .replace("  create: true", "  create: maybe")
                .replace("  name: thoughtspot-s3-upload", "  description: x")
                .replace("https://api", "http://api");
        assertThat(read(wrong).check().problems())
                .extracting(problem -> problem.path() + " " + problem.fault().key())
                .containsExactly(
                        "thoughtspot.hosting fault.hosting",
                        "aws.region fault.region",
                        "bucket.name fault.bucket-name.characters",
                        "bucket.create fault.type.flag",
                        "role.description fault.key.unknown.near",
                        "role.name fault.required",
                        "webhook.url fault.webhook-url.https");
    }

    @Test
    void anAccountIdWithoutQuotesKeepsItsLeadingZero() {
        String unquoted = Guide.YAML.replace("\"999888777666\"", "012345678901");
        assertThat(read(unquoted).check().good().orElseThrow().aws().accountId())
                .isEqualTo(new AccountId("012345678901"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "0x1F", "1.5e11", "999_888_777_666"})
    void anAccountIdThatLostDigitsAsANumberIsExplained(String number) {
        assertThat(read(Guide.YAML.replace("\"999888777666\"", number)).check().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("aws.account-id");
                    assertThat(problem.fault().key()).isEqualTo("fault.account-id.number");
                    assertThat(problem.at()).contains(new Position(9, 15));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2-the-secret", "12345", "env:hunter 2", "Bearer hunter2"})
    void aSecretWrittenWhereAReferenceBelongsIsRefusedAndNotRepeated(String secret) {
        List<Problem> problems =
                read(Guide.YAML.replace("env:RECEIVER_TOKEN", secret)).check().problems();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault().key()).isEqualTo("fault.secret-reference"));
        assertThat(problems.toString()).doesNotContain(secret).doesNotContain("hunter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1\\nb: *x | fault.settings.alias | 2",
                "spotdock: 1\\naws: &a {profile: x}\\nbucket: *a | fault.settings.alias | 2",
                "spotdock: !!java.net.URL [http://x] | fault.settings.tag | 1",
                "spotdock: 1\\n---\\nspotdock: 1 | fault.settings.documents | 3",
                "spotdock: 1\\naws: {profile: a, profile: b} | fault.key.twice | 2",
                "spotdock: [1 | fault.settings.yaml | 1",
                "spotdock: 1\\n\\tx: 1 | fault.settings.yaml | 2",
                "aws: {} | fault.settings.head | 1",
                "spotdock: 2 | fault.settings.version | 1",
                "spotdock-fleet: 1\\nintegrations: [] | fault.settings.manifest | 1",
                "just text | fault.settings.no-mapping | 1",
                "- spotdock | fault.settings.no-mapping | 1"
            })
    void whatIsNoSettingsFileIsRefusedWithItsLine(String text, String fault, int line) {
        assertThat(read(text.replace("\\n", "\n").replace("\\t", "\t")).problems())
                .anySatisfy(problem -> {
                    assertThat(problem.fault().key()).isEqualTo(fault);
                    assertThat(problem.at().orElseThrow().line()).isEqualTo(line);
                });
    }

    @Test
    void anEmptyFileIsSaidToBeEmptyAndNothingElse() {
        assertThat(read("").check().problems())
                .extracting(problem -> problem.fault().key())
                .containsExactly("fault.settings.empty");
    }

    @Test
    void aFileThatIsTooLargeTooDeepOrNotTextIsRefused() {
        assertThat(SettingsFile.read(new byte[(1 << 20) + 1], "s.yaml").problems())
                .extracting(problem -> problem.fault().key())
                .containsExactly("fault.settings.large");
        assertThat(SettingsFile.read(new byte[] {(byte) 0xff, 'a'}, "s.yaml").problems())
                .extracting(problem -> problem.fault().key())
                .containsExactly("fault.settings.encoding");
        for (String name : List.of("s.yaml", "s.json"))
            assertThat(SettingsFile.read("[".repeat(50_000).getBytes(StandardCharsets.UTF_8), name)
                            .check()
                            .problems())
                    .hasSize(1);
    }

    @Test
    void brokenJsonIsPlacedAndNotQuoted() {
        Reading reading = SettingsFile.read(
                "{\"spotdock\": 1,\n \"webhook\": {\"authentication\": hunter2}}".getBytes(StandardCharsets.UTF_8),
                "s.json");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.fault()).hasToString("Fault[key=fault.settings.syntax, arguments=[]]");
            assertThat(problem.at().orElseThrow().line()).isEqualTo(2);
        });
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        for (String yaml : List.of(Guide.YAML, Guide.GCP)) {
            Reading reading = read(yaml);
            String written = SettingsFile.write(reading.draft());
            assertThat(read(written).draft()).isEqualTo(reading.draft());
            assertThat(SettingsFile.write(read(written).draft())).isEqualTo(written);
        }
    }

    @Test
    void writtenIdsAreQuotedAndWrittenKeysAreInOrder() {
        String written = SettingsFile.write(Draft.EMPTY
                .with(Field.ROLE_NAME, "true")
                .with(Field.ACCOUNT, "012345678901")
                .with(Field.CREATE, "false")
                .with(Field.HOSTING, "aws")
                .with(Field.URL_PARAMS, Map.of("times", "1")));
        assertThat(written.lines().skip(1))
                .containsExactly(
                        "spotdock: 1",
                        "thoughtspot:",
                        "  hosting: aws",
                        "aws:",
                        "  account-id: \"012345678901\"",
                        "bucket:",
                        "  create: false",
                        "role:",
                        "  name: \"true\"",
                        "webhook:",
                        "  url-params:",
                        "    times: \"1\"");
    }

    private static Reading read(String yaml) {
        return SettingsFile.read(yaml.getBytes(StandardCharsets.UTF_8), "s.yaml");
    }
}
