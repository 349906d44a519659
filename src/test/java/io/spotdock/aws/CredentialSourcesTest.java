package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static io.spotdock.aws.StubAws.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.sandbox.wire.Exchange;
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

/** What a profile says of a role, and what of it AWS is asked for; that a profile's order of sources is the AWS CLI's. */
class CredentialSourcesTest {
    @TempDir
    Path home;

    private final StubAws aws = new StubAws(exchange -> parameter(exchange, "Action")
                    .startsWith("AssumeRole")
            ? StubAws.session("ASIA"
                    + parameter(exchange, "RoleArn").replaceFirst(".*/", "").toUpperCase(java.util.Locale.ROOT))
            : StubAws.admin());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void stub() {
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

    private void whoAmI(Optional<String> profile) {
        StubAws.connector(environment, home)
                .connect(SignIn.of(profile), StubAws.REGION)
                .tokens()
                .whoAmI();
    }

    private static String signer(Exchange exchange) {
        return exchange.header("authorization").orElse("").replaceFirst(".*Credential=([^/]+)/.*", "$1");
    }

    @Test
    void keysOfTheEnvironmentBringTheirSession() {
        environment.put("AWS_ACCESS_KEY_ID", "ASIAENV");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        whoAmI(Optional.empty());
        assertThat(aws.seen().getLast().header("x-amz-security-token")).isEmpty();
        environment.put("AWS_SESSION_TOKEN", "session-1");
        whoAmI(Optional.empty());
        assertThat(aws.seen().getLast().header("x-amz-security-token")).contains("session-1");
    }

    @Test
    void aRoleIsAskedForAsTheProfileSays() throws IOException {
        config("""
            [profile keys]
            aws_access_key_id = AKIAKEYS
            aws_secret_access_key = secret
            aws_session_token = session-1
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            source_profile = keys
            role_session_name = lee@laptop
            external_id = known-to-both
            duration_seconds = 1800
            """);
        whoAmI(Optional.of("ops"));
        Exchange asked = aws.seen().getFirst();
        assertThat(parameter(asked, "RoleArn")).isEqualTo("arn:aws:iam::999888777666:role/Ops");
        assertThat(parameter(asked, "RoleSessionName")).isEqualTo("lee@laptop");
        assertThat(parameter(asked, "ExternalId")).isEqualTo("known-to-both");
        assertThat(parameter(asked, "DurationSeconds")).isEqualTo("1800");
        assertThat(asked.header("x-amz-security-token")).contains("session-1");
    }

    @Test
    void rolesAreTakenOnOneOverTheOther() throws IOException {
        config("""
            [profile keys]
            aws_access_key_id = AKIAKEYS
            aws_secret_access_key = secret
            [profile first]
            role_arn = arn:aws:iam::999888777666:role/First
            source_profile = keys
            [profile second]
            role_arn = arn:aws:iam::111122223333:role/Second
            source_profile = first
            """);
        whoAmI(Optional.of("second"));
        assertThat(aws.seen())
                .extracting(CredentialSourcesTest::signer)
                .containsExactly("AKIAKEYS", "ASIAFIRST", "ASIASECOND");
    }

    @Test
    void aRoleMayStandOnTheEnvironmentsKeys() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "AKIAENV");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        config("""
            [profile ops]
            role_arn = arn:aws:iam::999888777666:role/Ops
            credential_source = Environment
            """);
        whoAmI(Optional.of("ops"));
        assertThat(aws.seen()).extracting(CredentialSourcesTest::signer).containsExactly("AKIAENV", "ASIAOPS");
    }

    @Test
    void aProfilesTokenFileIsExchangedForItsRole() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "eyJhbGciOiJub25lIn0.e30.");
        config("""
            [profile ci]
            role_arn = arn:aws:iam::999888777666:role/Ci
            web_identity_token_file = %s
            role_session_name = build-7
            """.formatted(token));
        whoAmI(Optional.of("ci"));
        Exchange asked = aws.seen().getFirst();
        assertThat(parameter(asked, "Action")).isEqualTo("AssumeRoleWithWebIdentity");
        assertThat(parameter(asked, "RoleSessionName")).isEqualTo("build-7");
        assertThat(parameter(asked, "WebIdentityToken")).isEqualTo("eyJhbGciOiJub25lIn0.e30.");
        assertThat(aws.signedBy()).isEqualTo("ASIACI");
    }

    @Test
    void aRoleWithoutASourceIsNotGuessed() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "AKIAENV");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        config("[profile ops]\nrole_arn = arn:aws:iam::999888777666:role/Ops\n");
        assertThat(failure(() -> whoAmI(Optional.of("ops"))))
                .isEqualTo(new Failure.Expired("sign-in.aws-none", List.of("ops"), ""));
        assertThat(aws.seen()).isEmpty();
    }

    @Test
    void aProfileWithSeveralSourcesTakesTheRoleBeforeSsoBeforeAProgramBeforeKeys() throws IOException {
        String keys = "aws_access_key_id = AKIAKEYS\naws_secret_access_key = secret\n";
        String program = "credential_process = false\n";
        String sso = "sso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1\n";
        config("[profile all]\n" + keys + program + sso
                + "role_arn = arn:aws:iam::999888777666:role/Ops\nsource_profile = all\n"
                + "[profile three]\n" + keys + program + sso + "[profile two]\n" + keys + program);
        whoAmI(Optional.of("all"));
        assertThat(aws.signedBy()).isEqualTo("ASIAOPS");
        assertThat(failure(() -> whoAmI(Optional.of("three"))))
                .isEqualTo(new Failure.Expired("sign-in.aws-sso", List.of("three"), ""));
        assertThat(failure(() -> whoAmI(Optional.of("two"))))
                .isEqualTo(new Failure.Expired("sign-in.aws-process", List.of("two"), ""));
    }
}
