package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credentials sign a call, and what is said when there are none. */
class SignInTest {
    @TempDir
    Path home;

    private final StubAws aws = StubAws.always(StubAws.admin());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void noInstanceRole() {
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL", aws.address());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private void config(String text) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), text);
    }

    private void keys() {
        environment.put("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    }

    private Cloud connect(Optional<String> profile) {
        return StubAws.connector(environment, home).connect(profile, StubAws.REGION);
    }

    private Caller whoAmI(String... profile) {
        return connect(Optional.of(profile).filter(p -> p.length > 0).map(p -> p[0]))
                .tokens()
                .whoAmI();
    }

    private static final String TWO_PROFILES = """
        [default]
        aws_access_key_id = AKIADEFAULT
        aws_secret_access_key = secret
        [profile dev]
        aws_access_key_id = AKIADEV
        aws_secret_access_key = secret
        """;

    @Test
    void theCallerIsToldWithAccountAndPartition() {
        keys();
        assertThat(whoAmI())
                .isEqualTo(new Caller(
                        new AccountId("999888777666"), "arn:aws:iam::999888777666:user/admin", Partition.AWS));
    }

    @Test
    void aProfileThatWasNamedStandsAboveTheEnvironmentsKeys() throws IOException {
        config(TWO_PROFILES);
        keys();
        whoAmI("dev");
        assertThat(aws.signedBy()).isEqualTo("AKIADEV");
    }

    @Test
    void theEnvironmentsKeysStandAboveItsProfile() throws IOException {
        config(TWO_PROFILES);
        keys();
        environment.put("AWS_PROFILE", "dev");
        whoAmI();
        assertThat(aws.signedBy()).isEqualTo("AKIAENVIRONMENT");
    }

    @Test
    void theEnvironmentsProfileStandsAboveTheDefault() throws IOException {
        config(TWO_PROFILES);
        environment.put("AWS_PROFILE", "dev");
        whoAmI();
        assertThat(aws.signedBy()).isEqualTo("AKIADEV");
    }

    @Test
    void theDefaultProfileIsUsedWhenNothingIsNamed() throws IOException {
        config(TWO_PROFILES);
        whoAmI();
        assertThat(aws.signedBy()).isEqualTo("AKIADEFAULT");
    }

    @Test
    void theCredentialsFileMayBeElsewhere() throws IOException {
        Files.writeString(home.resolve("keys"), "[ci]\naws_access_key_id=AKIACI\naws_secret_access_key=secret\n");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "~/keys");
        whoAmI("ci");
        assertThat(aws.signedBy()).isEqualTo("AKIACI");
    }

    @Test
    void aProfileThatIsNowhereIsNamed() {
        keys();
        assertThat(failure(() -> connect(Optional.of("prod"))))
                .isEqualTo(new Failure.Invalid("aws.profile", Fault.of("fault.aws.profile.unknown", "prod"), ""));
    }

    @Test
    void aBrokenFileIsNamedWithoutWhatIsInIt() throws IOException {
        config("[default]\naws_access_key_id = AKIADEFAULT\nTOPSECRET\n");
        assertThat(failure(() -> connect(Optional.empty()))).isInstanceOfSatisfying(Failure.Invalid.class, i -> {
            assertThat(i.fault().key()).isEqualTo("fault.aws.profile.malformed");
            assertThat(i.toString()).contains(".aws/config").doesNotContain("TOPSECRET");
            assertThat(i.said()).isEqualTo("line 3");
        });
    }

    @Test
    void withoutAnyCredentialsThatIsSaid() {
        assertThat(failure(this::whoAmI)).isEqualTo(new Failure.Expired("sign-in.aws-none", List.of("default"), ""));
        assertThat(aws.seen()).isEmpty();
    }

    @Test
    void anSsoProfileThatIsNotSignedInAsksForIt() throws IOException {
        config("""
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            [profile sso]
            sso_session = corp
            sso_account_id = 999888777666
            sso_role_name = Admin
            [profile via]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = sso
            """);
        Failure signIn = new Failure.Expired("sign-in.aws-sso", List.of("sso"), "");
        assertThat(failure(() -> whoAmI("sso"))).isEqualTo(signIn);
        assertThat(failure(() -> whoAmI("via"))).isEqualTo(signIn);
    }

    @Test
    void aProfilesRoleIsAssumedAtTheSameEndPoint() throws IOException {
        config(TWO_PROFILES + """
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = dev
            external_id = known-to-both
            """);
        try (StubAws sts = new StubAws(e -> StubAws.parameter(e, "Action").equals("AssumeRole")
                ? StubAws.session("ASIAOPS")
                : StubAws.caller("arn:aws:sts::999888777666:assumed-role/Ops/spotdock"))) {
            environment.put("AWS_ENDPOINT_URL", sts.address());
            assertThat(whoAmI("ops").arn()).endsWith("assumed-role/Ops/spotdock");
            assertThat(StubAws.parameter(sts.seen().getFirst(), "ExternalId")).isEqualTo("known-to-both");
            assertThat(sts.seen().getFirst().header("authorization").orElse("")).contains("Credential=AKIADEV/");
            assertThat(sts.signedBy()).isEqualTo("ASIAOPS");
        }
    }

    @Test
    void aRoleThatMayNotBeAssumedIsADenialThatNamesIt() throws IOException {
        config(TWO_PROFILES + """
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = dev
            """);
        try (StubAws sts = StubAws.always(StubAws.queryError(403, "AccessDenied", "no"))) {
            environment.put("AWS_ENDPOINT_URL", sts.address());
            assertThat(failure(() -> whoAmI("ops"))).isInstanceOfSatisfying(Failure.Denied.class, d -> {
                assertThat(d.action()).isEqualTo("sts:AssumeRole");
                assertThat(d.resource()).isEqualTo("role arn:aws:iam::999888777666:role/Ops");
            });
        }
    }

    @Test
    void profilesThatAreEachOthersSourceAreRefused() throws IOException {
        config("""
            [profile a]
            role_arn = arn:aws:iam::999888777666:role/A
            source_profile = b
            [profile b]
            role_arn = arn:aws:iam::999888777666:role/B
            source_profile = a
            """);
        assertThat(failure(() -> whoAmI("a"))).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void aTokenFileIsExchangedForASession() throws IOException {
        Files.writeString(home.resolve("token"), "eyJhbGciOiJub25lIn0.e30.");
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve("token").toString());
        environment.put("AWS_ROLE_ARN", "arn:aws:iam::999888777666:role/Ci");
        try (StubAws sts = new StubAws(e -> StubAws.parameter(e, "Action").equals("AssumeRoleWithWebIdentity")
                ? StubAws.session("ASIACI")
                : StubAws.admin())) {
            environment.put("AWS_ENDPOINT_URL", sts.address());
            whoAmI();
            assertThat(StubAws.parameter(sts.seen().getFirst(), "RoleArn")).endsWith(":role/Ci");
            assertThat(sts.signedBy()).isEqualTo("ASIACI");
        }
    }

    @Test
    void aRoleThatWantsACodeIsToldApart() throws IOException {
        config(TWO_PROFILES + """
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = dev
            mfa_serial = arn:aws:iam::999888777666:mfa/lee
            """);
        assertThat(failure(() -> whoAmI("ops")))
                .isEqualTo(new Failure.Expired(
                        "sign-in.aws-mfa", List.of("ops", "arn:aws:iam::999888777666:mfa/lee"), ""));
        assertThat(aws.seen()).isEmpty();
    }

    @Test
    void aCredentialProcessThatFailsIsNamedWithoutWhatItPrinted() throws IOException {
        config("[profile tool]\ncredential_process = sh -c \"echo TOPSECRET >&2; exit 1\"\n");
        assertThat(failure(() -> whoAmI("tool")))
                .isEqualTo(new Failure.Expired("sign-in.aws-process", List.of("tool"), ""));
    }

    @Test
    void aServicesOwnEndPointStandsAboveTheCommonOne() {
        keys();
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        environment.put("AWS_ENDPOINT_URL_STS", aws.address());
        whoAmI();
        assertThat(aws.seen()).hasSize(1);
    }

    @Test
    void aProfileMayNameTheEndPoints() throws IOException {
        environment.remove("AWS_ENDPOINT_URL");
        config("""
            [profile lab]
            aws_access_key_id = AKIALAB
            aws_secret_access_key = secret
            services = lab
            [services lab]
            sts =
              endpoint_url = %s
            s3 =
              endpoint_url = http://127.0.0.1:9
            """.formatted(aws.address()));
        whoAmI("lab");
        assertThat(aws.signedBy()).isEqualTo("AKIALAB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://aws.example.com", "ftp://127.0.0.1", "127.0.0.1:4566", "https://me:pw@example.com", ":"})
    void anEndPointThatIsNeitherHttpsNorThisComputerIsRefused(String address) {
        keys();
        environment.put("AWS_ENDPOINT_URL_IAM", address);
        assertThat(failure(() -> connect(Optional.empty()))).isInstanceOfSatisfying(Failure.Invalid.class, i -> {
            assertThat(i.field()).isEqualTo("AWS_ENDPOINT_URL");
            assertThat(i.fault().key()).startsWith("fault.aws.endpoint");
            assertThat(i.toString()).doesNotContain("pw@");
        });
    }

    @Test
    void connectingCallsNothing() {
        keys();
        connect(Optional.empty());
        assertThat(aws.seen()).isEmpty();
    }

    @Test
    void aRegionIsSignedForAndIamForItsPartitionsHome() {
        keys();
        Cloud cloud = connect(Optional.empty());
        cloud.tokens().whoAmI();
        assertThat(aws.authorization()).contains("/eu-central-1/sts/");
        failure(() -> cloud.roles().find(new io.spotdock.domain.RoleName("any")));
        assertThat(aws.authorization()).contains("/us-east-1/iam/");
        Cloud china = StubAws.connector(environment, home).connect(Optional.empty(), new RegionName("cn-northwest-1"));
        failure(() -> china.roles().find(new io.spotdock.domain.RoleName("any")));
        assertThat(aws.authorization()).contains("/cn-north-1/iam/");
    }
}
