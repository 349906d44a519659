package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static io.spotdock.aws.StubAws.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.Secret;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a code of an MFA device, and with keys that somebody typed. */
class MfaTest {
    private static final String DEVICE = "arn:aws:iam::999888777666:mfa/lee";
    private static final String GOOD = "123456";
    private static final SignIn OPS = new SignIn.OfProfile("ops");

    @TempDir
    Path home;

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final Map<String, String> environment = new HashMap<>();
    private final StubAws aws = new StubAws(this::answer);
    private AwsConnector connector;

    @BeforeEach
    void profiles() throws IOException {
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL", aws.address());
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
            [profile dev]
            aws_access_key_id = AKIADEV
            aws_secret_access_key = secret
            mfa_serial = %1$s
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = dev
            mfa_serial = %1$s
            external_id = known-to-both
            [profile deeper]
            role_arn = arn:aws:iam::999888777666:role/Deeper
            source_profile = ops
            """.formatted(DEVICE));
        connector = new AwsConnector(environment, home, () -> now, StubAws.impatient());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    /** STS as it treats codes: each is good once, and only the right one. */
    private Answer answer(Exchange exchange) {
        String action = parameter(exchange, "Action");
        if (action.equals("GetCallerIdentity")) return StubAws.admin();
        String code = parameter(exchange, "TokenCode");
        if (code.isEmpty()) return session(action, "ASIADEEPER");
        if (!parameter(exchange, "SerialNumber").equals(DEVICE))
            return StubAws.queryError(
                    403,
                    "AccessDenied",
                    "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial"
                            + " number is valid and associated with this user.");
        return code.equals(GOOD) && asked(GOOD) == 1
                ? session(action, "ASIACODE")
                : StubAws.queryError(
                        403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }

    private static Answer session(String action, String key) {
        String credentials = "<Credentials><AccessKeyId>" + key + "</AccessKeyId><SecretAccessKey>s"
                + "</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2030-01-01T01:00:00Z</Expiration>"
                + "</Credentials>";
        return StubAws.xml(
                200,
                "<" + action + "Response><" + action + "Result>" + credentials + "</" + action + "Result></" + action
                        + "Response>");
    }

    private long asked(String code) {
        return aws.seen().stream()
                .filter(exchange -> parameter(exchange, "TokenCode").equals(code))
                .count();
    }

    private void whoAmI(SignIn how) {
        cloud(how).tokens().whoAmI();
    }

    private Cloud cloud(SignIn how) {
        return connector.connect(how, StubAws.REGION);
    }

    private static SignIn coded(SignIn how, String code) {
        return how.with(new MfaCode(code));
    }

    @Test
    void aRoleIsAssumedWithTheCodeOfItsDevice() {
        whoAmI(coded(OPS, GOOD));
        Exchange assumed = aws.seen().getFirst();
        assertThat(parameter(assumed, "Action")).isEqualTo("AssumeRole");
        assertThat(parameter(assumed, "SerialNumber")).isEqualTo(DEVICE);
        assertThat(parameter(assumed, "ExternalId")).isEqualTo("known-to-both");
        assertThat(assumed.header("authorization").orElse("")).contains("Credential=AKIADEV/");
        assertThat(aws.signedBy()).isEqualTo("ASIACODE");
    }

    @Test
    void theProfileOfTheEnvironmentTakesACodeToo() {
        environment.put("AWS_PROFILE", "ops");
        connector = new AwsConnector(environment, home, () -> now, StubAws.impatient());
        whoAmI(coded(new SignIn.ByDefault(), GOOD));
        assertThat(aws.signedBy()).isEqualTo("ASIACODE");
    }

    @Test
    void aWrongCodeIsToldApartAndNotSentAgain() {
        Cloud cloud = cloud(coded(OPS, "654321"));
        for (int i = 0; i < 2; i++)
            assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOfSatisfying(Failure.Expired.class, e -> {
                assertThat(e.signIn()).isEqualTo("sign-in.aws-mfa-code");
                assertThat(e.said()).contains("invalid MFA one time pass code");
            });
        assertThat(asked("654321")).isEqualTo(1);
        whoAmI(coded(OPS, GOOD));
        assertThat(aws.signedBy()).isEqualTo("ASIACODE");
    }

    @Test
    void aDeviceOfSomebodyElseIsToldApartFromAWrongCode() throws IOException {
        Path config = home.resolve(".aws/config");
        Files.writeString(config, Files.readString(config).replace("mfa/lee", "mfa/kim"));
        assertThat(failure(() -> whoAmI(coded(OPS, GOOD))))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        i -> assertThat(i.fault().key()).isEqualTo("fault.aws.profile.mfa-device"));
    }

    @Test
    void aSessionIsKeptForWhoSignsInAgain() {
        SignIn how = coded(OPS, GOOD);
        whoAmI(how);
        whoAmI(how);
        whoAmI(OPS);
        cloud(OPS).tokens().whoAmI();
        assertThat(asked(GOOD)).isEqualTo(1);
        assertThat(aws.signedBy()).isEqualTo("ASIACODE");
    }

    @Test
    void aSessionIsKeptByItsConnectorAlone() {
        whoAmI(coded(OPS, GOOD));
        AwsConnector other = new AwsConnector(environment, home, () -> now, StubAws.impatient());
        assertThat(failure(() -> other.connect(OPS, StubAws.REGION).tokens().whoAmI()))
                .isEqualTo(new Failure.Expired("sign-in.aws-mfa", List.of("ops", DEVICE), ""));
    }

    @Test
    void aSessionThatHasRunOutIsNotRenewed() {
        Cloud cloud = cloud(coded(OPS, GOOD));
        cloud.tokens().whoAmI();
        now = Instant.parse("2030-01-01T01:00:00Z");
        assertThat(failure(() -> cloud.tokens().whoAmI())).isEqualTo(new Failure.Expired("sign-in.aws-expired", ""));
        assertThat(failure(() -> whoAmI(OPS)))
                .isInstanceOfSatisfying(
                        Failure.Expired.class, e -> assertThat(e.signIn()).isEqualTo("sign-in.aws-mfa"));
        assertThat(asked(GOOD)).isEqualTo(1);
    }

    @Test
    void aRoleOverARoleThatWantsACodeWantsIt() {
        SignIn deeper = new SignIn.OfProfile("deeper");
        assertThat(failure(() -> whoAmI(deeper)))
                .isEqualTo(new Failure.Expired("sign-in.aws-mfa", List.of("ops", DEVICE), ""));
        whoAmI(coded(deeper, GOOD));
        assertThat(aws.signedBy()).isEqualTo("ASIADEEPER");
        assertThat(asked(GOOD)).isEqualTo(1);
    }

    @Test
    void plainKeysTakeACodeButNeedNone() {
        whoAmI(new SignIn.OfProfile("dev"));
        assertThat(aws.signedBy()).isEqualTo("AKIADEV");
        whoAmI(coded(new SignIn.OfProfile("dev"), GOOD));
        assertThat(parameter(aws.seen().get(1), "Action")).isEqualTo("GetSessionToken");
        assertThat(aws.signedBy()).isEqualTo("ASIACODE");
    }

    @Test
    void typedKeysNeedNoFileThatCanBeRead() throws IOException {
        Files.writeString(home.resolve(".aws/config"), "broken");
        whoAmI(new SignIn.Keys(new AccessKeyId("AKIATYPEDTYPEDTYPED1"), Secret.of("secret"), Optional.empty()));
        assertThat(aws.signedBy()).isEqualTo("AKIATYPEDTYPEDTYPED1");
    }

    @Test
    void aTypedSessionTokenMayHaveBrokenLines() {
        whoAmI(new SignIn.Keys(
                new AccessKeyId("ASIATYPEDTYPEDTYPED1"),
                Secret.of("secret\n"),
                Optional.of(Secret.of("first\r\n second\n"))));
        assertThat(aws.seen().getLast().header("x-amz-security-token")).contains("firstsecond");
    }

    @Test
    void wipingTypedKeysEndsTheSignIn() {
        Secret secret = Secret.of("secret");
        Cloud cloud = cloud(new SignIn.Keys(new AccessKeyId("AKIATYPEDTYPEDTYPED1"), secret, Optional.empty()));
        secret.close();
        assertThat(catchThrowable(() -> cloud.tokens().whoAmI())).isNotNull();
        assertThat(aws.seen()).isEmpty();
    }

    @Test
    void nothingThatSignsInIsTold() {
        SignIn keys = new SignIn.Keys(
                new AccessKeyId("ASIATYPEDTYPEDTYPED1"),
                Secret.of("PLANTED-SECRET"),
                Optional.of(Secret.of("PLANTED-TOKEN")));
        assertThat(keys.toString() + coded(OPS, "987654")).doesNotContain("PLANTED", "987654");
        String canonical = "The request signature we calculated does not match.\n\nThe Canonical String for this"
                + " request should have been\n'POST\n/\n\nx-amz-security-token:PLANTED-TOKEN\n'";
        for (String words : List.of(canonical, "Token <Token-0>PLANTED-TOKEN</Token-0>")) {
            try (StubAws refusing = StubAws.always(StubAws.queryError(
                    403, "SignatureDoesNotMatch", words.replace("<", "&lt;").replace(">", "&gt;")))) {
                environment.put("AWS_ENDPOINT_URL", refusing.address());
                AwsConnector there = new AwsConnector(environment, home, () -> now, StubAws.impatient());
                for (SignIn how : List.of(keys, coded(OPS, "987654"))) {
                    Throwable thrown = catchThrowable(
                            () -> there.connect(how, StubAws.REGION).tokens().whoAmI());
                    StringWriter trace = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(trace, true));
                    assertThat(trace
                                    + failure(() -> there.connect(how, StubAws.REGION)
                                                    .tokens()
                                                    .whoAmI())
                                            .toString())
                            .contains("SignatureDoesNotMatch")
                            .doesNotContain("PLANTED", "987654");
                }
            }
        }
    }
}
