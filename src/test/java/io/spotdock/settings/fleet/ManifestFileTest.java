package io.spotdock.settings.fleet;

import static io.spotdock.settings.fleet.Manifests.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.settings.Position;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.SignIns.ThoughtSpotSignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFileTest {
    @TempDir
    private Path folder;

    private Manifests manifests;

    @BeforeEach
    void manifests() {
        manifests = new Manifests(folder);
    }

    @Test
    void anIntegrationIsItsOwnWordsAndTheDefaults() throws IOException {
        Manifest fleet = manifests.yaml(Manifests.YAML).good().orElseThrow();
        assertThat(fleet.name()).isEqualTo("acme");
        assertThat(fleet.entries()).extracting(FleetEntry::name).containsExactly("sales-emea", "sales-apac");
        assertThat(fleet.entries())
                .extracting(FleetEntry::at)
                .containsExactly(new Position(14, 5), new Position(17, 5));
        Settings emea = fleet.entries().getFirst().settings();
        Settings apac = fleet.entries().getLast().settings();
        assertThat(emea.thoughtSpot().org()).contains("Sales EMEA");
        assertThat(emea.thoughtSpot().host())
                .isEqualTo(apac.thoughtSpot().host())
                .isPresent();
        assertThat(emea.aws().region()).isEqualTo(new RegionName("us-east-1"));
        assertThat(apac.aws().region()).isEqualTo(new RegionName("ap-southeast-2"));
        assertThat(apac.aws().accountId()).isEqualTo(new AccountId("444455556666"));
    }

    @Test
    void placeholdersAreFilledInWhereverTheyStandAndOtherBracesStay() throws IOException {
        Settings settings = only(manifests.integrations("""
                  - name: a
                    aws: {account-id: "111122223333", region: eu-west-1}
                    bucket: {prefix: "{name}/{region}/{account-id}/{other}{/"}
                    webhook:
                      description: "for {name}"
                      headers: {X-Team: "{name}"}
                      authentication: {bearer-token: "file:secrets/{name}.txt"}
                """));
        assertThat(settings.bucket().name().value()).isEqualTo("acme-thoughtspot-111122223333");
        assertThat(settings.bucket().prefix().value()).isEqualTo("a/eu-west-1/111122223333/{other}{/");
        assertThat(settings.webhook().orElseThrow().description()).contains("for a");
        assertThat(settings.webhook().orElseThrow().headers()).isEqualTo(Map.of("X-Team", "a"));
        assertThat(settings.webhook().orElseThrow().secrets())
                .containsExactly(new SecretReference.File("secrets/a.txt"));
    }

    @Test
    void whatIsFilledInIsNotFilledInAgain() throws IOException {
        Settings settings = only(manifests.integrations("""
                  - name: a
                    thoughtspot: {org: "{name}"}
                    aws: {account-id: "111122223333", profile: "{region}{name}"}
                """));
        assertThat(settings.aws().profile()).contains("us-east-1a");
    }

    @Test
    void aKeyWithNothingBehindItTakesTheDefaultAway() throws IOException {
        Settings settings = only(manifests.yaml("""
                spotdock-fleet: 1
                defaults:
                  thoughtspot: {hosting: aws, account-id: "123456789012"}
                  aws: {region: us-east-1, profile: admin}
                  bucket: {name: acme, prefix: "a/"}
                  role: {name: r}
                  webhook: {name: W, url: "https://a.example.com/", headers: {X-A: a, X-B: b}}
                integrations:
                  - name: one
                    aws: {account-id: "111122223333", profile: }
                    bucket: {prefix: ""}
                    webhook: {headers: {X-A: , X-C: c}}
                """));
        assertThat(settings.aws().profile()).isEmpty();
        assertThat(settings.bucket().prefix().value()).isEmpty();
        assertThat(settings.webhook().orElseThrow().headers()).isEqualTo(Map.of("X-B", "b", "X-C", "c"));
    }

    @Test
    void aSectionWithNothingBehindItTakesAllOfItAway() throws IOException {
        Settings settings = only(manifests.integrations("""
                  - {name: a, aws: {account-id: "111122223333"}, webhook: ~}
                """));
        assertThat(settings.webhook()).isEmpty();
    }

    /** So that one manifest can hold both hostings, both kinds of role and several ways to sign in. */
    @Test
    void aDefaultThatDoesNotGoWithWhatAnIntegrationSaysIsLeftOut() throws IOException {
        Manifest fleet = manifests.yaml("""
                spotdock-fleet: 1
                defaults:
                  thoughtspot: {hosting: aws, account-id: "123456789012", service-account-id: "115663769112811637952"}
                  aws: {region: us-east-1, account-id: "111122223333"}
                  bucket: {name: acme, prefix: "{name}/"}
                  role: {name: "r-{name}", external-id: ts-1, google-provider: built-in}
                  webhook:
                    name: W
                    url: "https://a.example.com/"
                    authentication: {bearer-token: env:T}
                integrations:
                  - {name: a, thoughtspot: {org: A}}
                  - {name: b, thoughtspot: {org: B, hosting: gcp}}
                  - name: c
                    thoughtspot: {org: C}
                    role: {arn: "arn:aws:iam::111122223333:role/team/made-elsewhere"}
                    webhook: {authentication: {basic: {username: u, password: env:P}}}
                """).good().orElseThrow();
        Settings aws = fleet.entries().get(0).settings();
        Settings gcp = fleet.entries().get(1).settings();
        Settings elsewhere = fleet.entries().get(2).settings();
        assertThat(aws.thoughtSpot().serviceAccountId()).isEmpty();
        assertThat(aws.role().externalId()).isPresent();
        assertThat(gcp.thoughtSpot().accountId()).isEmpty();
        assertThat(gcp.role().externalId()).isEmpty();
        assertThat(gcp.role().provider()).isEqualTo(GoogleProvider.BUILT_IN);
        assertThat(elsewhere.role().name().value()).isEqualTo("made-elsewhere");
        assertThat(elsewhere.webhook().orElseThrow().authentication()).isInstanceOf(WebhookAuthentication.Basic.class);
    }

    @Test
    void signInsAreByHost() throws IOException {
        SignIns signIns = manifests
                .yaml(Manifests.YAML.replace(
                        "{user: admin, secret-key: env:TS_KEY}",
                        "{token: file:t}\n    \"http://127.0.0.1:8080\": {user: u, password: env:P}"))
                .good()
                .orElseThrow()
                .signIns();
        assertThat(signIns.role()).contains("OrganizationAccountAccessRole");
        assertThat(signIns.thoughtSpot())
                .isEqualTo(Map.of(
                        host("acme.thoughtspot.cloud"),
                        new ThoughtSpotSignIn.Token(new SecretReference.File("t")),
                        host("http://127.0.0.1:8080"),
                        new ThoughtSpotSignIn.Password("u", new SecretReference.Environment("P"))));
    }

    @Test
    void aFleetIsCalledAsItsFileWhereItSaysNothingElse() throws IOException {
        String unnamed = Manifests.YAML.replace("name: acme\n", "");
        assertThat(manifests
                        .read("our fleet.yaml", unnamed)
                        .good()
                        .orElseThrow()
                        .name())
                .isEqualTo("our-fleet");
        assertThat(manifests.read("...yml", unnamed).good().orElseThrow().name())
                .isEqualTo("fleet");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        String json = """
                {"spotdock-fleet": 1,
                 "defaults": {"thoughtspot": {"hosting": "gcp", "service-account-id": "115663769112811637952"}},
                 "integrations": [{"name": "a", "aws": {"account-id": "111122223333", "region": "us-east-1"},
                    "bucket": {"name": "acme"}, "role": {"name": "r"}}]}
                """;
        assertThat(manifests.read("fleet.json", json).good().orElseThrow().entries())
                .extracting(FleetEntry::at)
                .containsExactly(new Position(3, 19));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws IOException {
        assertThat(told(manifests.yaml("""
                spotdock-fleet: 1
                nmae: x
                bucket: {}
                sign-in: {rol: x, role: "a b"}
                defaults:
                  thoughtspot: {hosting: aws, account-id: "123456789012"}
                  aws: {region: us-east-1}
                  bucket: {name: "acme", prefix: "{name}/"}
                  role: {name: "r-{name}"}
                integrations:
                  - name: emea
                    aws: {account-id: "11112222333"}
                    role: {nam: x}
                  - hello
                  - aws: {account-id: "111122223333", region: nowhere}
                  - name: EMEA
                    aws: {account-id: "444455556666"}
                  - name: "a/b"
                    aws: {account-id: "444455556666"}
                    bucket: [acme]
                """)))
                .containsExactly(
                        "2:1 nmae: Unknown key nmae. Did you mean name?",
                        "3:1 bucket: Unknown key bucket. Did you mean defaults.bucket?",
                        "4:11 sign-in.rol: Unknown key rol. Did you mean role?",
                        "4:25 sign-in.role: Not a role’s name, or a path and a name, such as"
                                + " OrganizationAccountAccessRole.",
                        "12:23 integrations[emea].aws.account-id: An account ID has 12 digits; this has 11.",
                        "13:12 integrations[emea].role.nam: Unknown key nam. Did you mean role.name?",
                        "14:5 integrations[1]: Keys and values are expected here, as in a settings file.",
                        "15:5 integrations[2].name: Every integration needs a name of its own.",
                        "15:47 integrations[2].aws.region: Not a region’s code, which looks like eu-central-1.",
                        "16:11 integrations[3].name: Another integration is called EMEA already, in line 11;"
                                + " capitals make no difference. Choose another name.",
                        "18:11 integrations[4].name: A name has letters, digits and - _ . only, and starts with a"
                                + " letter or digit.",
                        "20:13 integrations[4].bucket: A section is expected here, with the keys create, kms-key,"
                                + " name, prefix, tls-only.");
    }

    @Test
    void aWrongDefaultIsSaidOnceWhereItStands() throws IOException {
        String wrong = Manifests.DEFAULTS
                .replace("https://api.example.com/hook", "http://api.example.com/hook")
                .replace("acme-thoughtspot-{account-id}", "acme_{account-id}");
        assertThat(told(manifests.yaml("spotdock-fleet: 1\n" + wrong + "integrations:\n" + thousand())))
                .containsExactly(
                        "5:18 defaults.bucket.name: Only small letters, digits, dots and hyphens.",
                        "7:36 defaults.webhook.url: Only https: the message says where your files are.");
    }

    @Test
    void whatEveryIntegrationLacksIsSaidOnce() throws IOException {
        String lacking = Manifests.DEFAULTS.replace("  role: {name: \"thoughtspot-{name}\"}\n", "");
        assertThat(told(manifests.yaml("spotdock-fleet: 1\n" + lacking + "integrations:\n" + thousand())))
                .containsExactly("3:3 defaults.role.name: This is needed.");
    }

    @Test
    void whatOneIntegrationMakesOfADefaultIsSaidOfThatIntegration() throws IOException {
        assertThat(told(manifests.yaml("""
                spotdock-fleet: 1
                defaults:
                  thoughtspot: {hosting: aws, account-id: "123456789012"}
                  aws: {account-id: "111122223333", region: us-east-1}
                  bucket: {name: "acme-{name}"}
                  role: {name: "r-{name}"}
                integrations:
                  - name: emea
                  - name: APAC
                """)))
                .containsExactly("9:5 integrations[APAC].bucket.name: Only small letters, digits, dots and hyphens.");
    }

    @Test
    void aSecretInTheWrongPlaceIsNotRepeated() throws IOException {
        String text = Manifests.YAML
                .replace("env:TS_KEY", "hunter2-the-secret")
                .replace("url: https", "authentication: {bearer-token: hunter2-the-secret}, url: https");
        assertThat(told(manifests.yaml(text))).hasSize(2).noneMatch(line -> line.contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{user: admin}",
                "{secret-key: env:K}",
                "{user: admin, token: env:T}",
                "{user: admin, password: env:P, secret-key: env:K}",
                "{}"
            })
    void aSignInIsOneOfThree(String signIn) throws IOException {
        String text = Manifests.YAML.replace("{user: admin, secret-key: env:TS_KEY}", signIn);
        assertThat(told(manifests.yaml(text)))
                .containsExactly(
                        "6:29 sign-in.thoughtspot.acme.thoughtspot.cloud: One of these is expected here: token;"
                                + " user and password; user and secret-key.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                  | fault.fleet.empty
            '# nothing'                                         | fault.fleet.empty
            just text                                           | fault.fleet.head
            'bucket: {}'                                        | fault.fleet.head
            'spotdock: 1'                                       | fault.fleet.settings
            'spotdock-fleet: 2'                                 | fault.fleet.version
            'spotdock-fleet: 1'                                 | fault.fleet.integrations
            '{spotdock-fleet: 1, integrations: []}'             | fault.fleet.none
            '{spotdock-fleet: 1, integrations: {a: {}}}'        | fault.fleet.integrations
            '{spotdock-fleet: 1, integrations: other.yaml}'     | fault.fleet.integrations
            '{spotdock-fleet: 1, integrations: missing.csv}'    | fault.file.missing
            '{spotdock-fleet: 1, integrations: &a [*a]}'        | fault.settings.alias
            '{spotdock-fleet: 1, integrations: !!set {a}}'      | fault.settings.tag
            """)
    void whatIsNoManifestIsRefused(String text, String fault) throws IOException {
        ManifestChecked checked = manifests.yaml(text == null ? "" : text);
        assertThat(checked.problems())
                .extracting(problem -> problem.fault().key())
                .containsExactly(fault);
    }

    @Test
    void aManifestThatIsNotThereIsTheCallersMatter() {
        assertThatThrownBy(() -> ManifestFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aManifestThatIsTooLargeIsRefused() throws IOException {
        Path large = Files.write(folder.resolve("large.yaml"), new byte[(8 << 20) + 1]);
        assertThat(told(ManifestFile.read(large))).containsExactly("Larger than 8 MiB; this isn’t a manifest.");
    }

    @Test
    void moreIntegrationsThanAManifestHoldsAreRefused() throws IOException {
        String many = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "  - {name: n%d, thoughtspot: {org: o%d}, aws: {account-id: \"111122223333\"}}\n"
                        .formatted(i, i))
                .collect(Collectors.joining());
        assertThat(told(manifests.integrations(many)))
                .containsExactly("10009:5 integrations: More than 10000 integrations in one manifest. Split it.");
    }

    private static String thousand() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> "  - {name: n%d, thoughtspot: {org: o%d}, aws: {account-id: \"111122223333\"}}\n"
                        .formatted(i, i))
                .collect(Collectors.joining());
    }

    private static Settings only(ManifestChecked checked) {
        assertThat(told(checked)).isEqualTo(List.of());
        return checked.good().orElseThrow().entries().getFirst().settings();
    }

    private static ThoughtSpotHost host(String text) {
        return ThoughtSpotHost.parse(text).good().orElseThrow();
    }
}
