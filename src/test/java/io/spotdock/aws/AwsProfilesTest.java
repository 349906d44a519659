package io.spotdock.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Profiles;
import io.spotdock.port.Profiles.Kind;
import io.spotdock.port.Profiles.Profile;
import io.spotdock.port.Profiles.Sso;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may choose from. */
class AwsProfilesTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    /** {@code printf corp | sha1sum}, and the same of the start URL. */
    private static final String OF_CORP = "ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

    private static final String OF_START_URL = "a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true"));

    @BeforeEach
    void everyKind() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
            [profile tool]
            credential_process = /bin/keys
            [profile code]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = keys
            mfa_serial = arn:aws:iam::999888777666:mfa/lee
            [profile role]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = keys
            [profile sso]
            sso_session = corp
            sso_account_id = 999888777666
            sso_role_name = Admin
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            [profile role-by-sso]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = sso
            [profile role-by-code]
            role_arn = arn:aws:iam::999888777666:role/Deeper
            source_profile = code
            [profile legacy]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            [profile web]
            role_arn = arn:aws:iam::999888777666:role/Ci
            web_identity_token_file = /token
            [default]
            region = eu-west-1
            """);
        Files.writeString(
                home.resolve(".aws/credentials"),
                "[keys]\naws_access_key_id=AKIA\naws_secret_access_key=TOPSECRET\nregion=eu-west-2\n");
    }

    private void cached(String file, String content) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws/sso/cache"));
        Files.writeString(folder.resolve(file), content);
    }

    private Profiles profiles() {
        return new AwsProfiles(environment, home, () -> NOW);
    }

    private static Profile profile(String name, Kind kind) {
        return new Profile(name, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Profile told(String name) {
        return profiles().named().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Sso.State sso(String profile) {
        return told(profile).sso().orElseThrow().state();
    }

    @Test
    void everyProfileIsToldWithItsKindAndNoSecret() {
        assertThat(profiles().named())
                .extracting(Profile::name, Profile::kind)
                .containsExactly(
                        tuple("default", Kind.NONE),
                        tuple("code", Kind.MFA),
                        tuple("keys", Kind.ACCESS_KEY),
                        tuple("legacy", Kind.SSO),
                        tuple("role", Kind.ASSUMED_ROLE),
                        tuple("role-by-code", Kind.MFA),
                        tuple("role-by-sso", Kind.ASSUMED_ROLE),
                        tuple("sso", Kind.SSO),
                        tuple("tool", Kind.PROCESS),
                        tuple("web", Kind.WEB_IDENTITY));
        assertThat(profiles().named().toString()).doesNotContain("TOPSECRET");
    }

    @Test
    void aProfileTellsItsRegion() {
        assertThat(told("keys"))
                .isEqualTo(new Profile(
                        "keys",
                        Kind.ACCESS_KEY,
                        Optional.of(new RegionName("eu-west-2")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(told("role")).isEqualTo(profile("role", Kind.ASSUMED_ROLE));
    }

    @Test
    void aProfileThatWantsACodeTellsTheDevice() throws IOException {
        assertThat(told("code").mfaDevice()).contains("arn:aws:iam::999888777666:mfa/lee");
        assertThat(told("role-by-code").mfaDevice()).contains("arn:aws:iam::999888777666:mfa/lee");
        assertThat(told("keys").mfaDevice()).isEmpty();
        Files.writeString(
                home.resolve(".aws/credentials"), "[keys]\naws_access_key_id=AKIA\nmfa_serial=GAHT12345678\n");
        assertThat(told("keys").kind()).isEqualTo(Kind.ACCESS_KEY);
        assertThat(told("keys").mfaDevice()).contains("GAHT12345678");
        assertThat(told("role").mfaDevice()).isEmpty();
    }

    @Test
    void anSsoProfileTellsWhetherAndUntilWhenItIsSignedIn() throws IOException {
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
        Instant soon = NOW.plusSeconds(3600);
        cached(OF_CORP, "{\"accessToken\": \"TOPSECRET\", \"expiresAt\": \"" + soon + "\"}");
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedIn(soon));
        assertThat(told("role-by-sso").sso()).contains(new Sso("sso", new Sso.State.SignedIn(soon)));
        assertThat(sso("legacy")).isEqualTo(new Sso.State.SignedOut());
        assertThat(profiles().named().toString()).doesNotContain("TOPSECRET");
    }

    @Test
    void theOlderFormIsFoundByItsStartUrl() throws IOException {
        cached(OF_START_URL, "{\"accessToken\": \"t\", \"expiresAt\": \"2030-01-01T01:00:00UTC\"}");
        assertThat(sso("legacy")).isEqualTo(new Sso.State.SignedIn(NOW.plusSeconds(3600)));
    }

    @Test
    void anSsoSignInThatHasRunOutIsToldApartFromOneThatRenews() throws IOException {
        String runOut = "\"accessToken\": \"t\", \"expiresAt\": \"2029-12-31T23:00:00Z\"";
        String client = ", \"clientId\": \"c\", \"clientSecret\": \"s\", \"refreshToken\": \"r\"";
        cached(OF_CORP, "{" + runOut + "}");
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
        cached(OF_CORP, "{" + runOut + client + ", \"registrationExpiresAt\": \"2030-02-01T00:00:00Z\"}");
        assertThat(sso("sso")).isEqualTo(new Sso.State.Renews());
        cached(OF_CORP, "{" + runOut + client + ", \"registrationExpiresAt\": \"2029-02-01T00:00:00Z\"}");
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1]",
                "null",
                "\0\1\2",
                "{\"accessToken\": 7, \"expiresAt\": \"2031-01-01T00:00:00Z\"}",
                "{\"accessToken\": \"t\", \"expiresAt\": \"tomorrow\"}"
            })
    void anIllegibleTokenCountsAsNone(String content) throws IOException {
        cached(OF_CORP, content);
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
    }

    @Test
    void aHugeTokenCountsAsNone() throws IOException {
        cached(OF_CORP, "{\"accessToken\": \"" + "t".repeat(2 << 20) + "\", \"expiresAt\": \"2031-01-01T00:00:00Z\"}");
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
    }

    @Test
    void aFolderInPlaceOfATokenCountsAsNone() throws IOException {
        Files.createDirectories(home.resolve(".aws/sso/cache").resolve(OF_CORP));
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
    }

    @Test
    void aProfileWhoseSsoSettingsHaveAGapIsTold() throws IOException {
        Files.writeString(home.resolve(".aws/config"), "[profile sso]\nsso_session = corp\n");
        assertThat(sso("sso")).isEqualTo(new Sso.State.SignedOut());
    }

    @Test
    void aConfigurationThatIsTooLargeIsNamed() throws IOException {
        Files.writeString(home.resolve(".aws/config"), "# ".repeat(3 << 20));
        assertThat(StubAws.failure(() -> profiles().named()))
                .isEqualTo(new Failure.Invalid(
                        "aws.profile", Fault.of("fault.aws.profile.too-large", home.resolve(".aws/config")), ""));
    }

    @Test
    void aConfigurationThatIsIllegibleIsNamedWithoutWhatIsInIt() throws IOException {
        Files.writeString(home.resolve(".aws/config"), "[default]\nTOPSECRET\n");
        assertThat(StubAws.failure(() -> profiles().named())).isInstanceOfSatisfying(Failure.Invalid.class, i -> {
            assertThat(i.fault().key()).isEqualTo("fault.aws.profile.malformed");
            assertThat(i.toString()).doesNotContain("TOPSECRET");
        });
    }

    @Test
    void aConfigurationThatCannotBeReadIsNamed() {
        environment.put("AWS_CONFIG_FILE", "no\0where");
        assertThat(StubAws.failure(() -> profiles().named()))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        i -> assertThat(i.fault().key()).isEqualTo("fault.aws.profile.unreadable"));
    }

    @Test
    void lookingAgainSeesWhatHasChanged() throws IOException {
        Profiles profiles = profiles();
        assertThat(profiles.named()).extracting(Profile::name).contains("keys");
        Files.writeString(home.resolve(".aws/credentials"), "[other]\naws_access_key_id=AKIA\n");
        assertThat(profiles.named()).extracting(Profile::name).contains("other").doesNotContain("keys");
    }

    @Test
    void withoutCredentialsAnywhereThereIsNoSignIn() {
        assertThat(profiles().byDefault().kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void theEnvironmentSaysWhatSignsInByDefault() {
        environment.put("AWS_PROFILE", "sso");
        environment.put("AWS_REGION", "us-west-2");
        assertThat(profiles().byDefault())
                .isEqualTo(new Profile(
                        "sso",
                        Kind.SSO,
                        Optional.of(new RegionName("us-west-2")),
                        Optional.of(new Sso("sso", new Sso.State.SignedOut())),
                        Optional.empty(),
                        Optional.empty()));
        environment.put("AWS_ACCESS_KEY_ID", "AKIA");
        environment.put("AWS_SECRET_ACCESS_KEY", "s");
        Profile byKeys = profiles().byDefault();
        assertThat(byKeys.kind()).isEqualTo(Kind.ENVIRONMENT);
        assertThat(byKeys.variable()).contains("AWS_ACCESS_KEY_ID");
        assertThat(byKeys.sso()).isEmpty();
    }

    @Test
    void aContainerOrAnInstanceSignsInByItsRole() {
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials");
        assertThat(profiles().byDefault().kind()).isEqualTo(Kind.CONTAINER);
        assertThat(profiles().byDefault().variable()).contains("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        environment.remove("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        environment.remove("AWS_EC2_METADATA_DISABLED");
        assertThat(profiles().byDefault().kind()).isEqualTo(Kind.INSTANCE);
    }
}
