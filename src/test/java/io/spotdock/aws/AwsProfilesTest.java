package io.spotdock.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.RegionName;
import io.spotdock.port.Profiles;
import io.spotdock.port.Profiles.Kind;
import io.spotdock.port.Profiles.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person may choose from. */
class AwsProfilesTest {
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
                [profile web]
                role_arn = arn:aws:iam::999888777666:role/Ci
                web_identity_token_file = /token
                [default]
                region = eu-west-1
                """);
        Files.writeString(
                home.resolve(".aws/credentials"), "[keys]\naws_access_key_id=AKIA\naws_secret_access_key=TOPSECRET\n");
    }

    private Profiles profiles() {
        return new AwsProfiles(environment, home);
    }

    private static Profile profile(String name, Kind kind) {
        return new Profile(name, kind, Optional.empty());
    }

    @Test
    void everyProfileIsToldWithItsKindAndNoSecret() {
        assertThat(profiles().named())
                .containsExactly(
                        new Profile("default", Kind.NONE, Optional.of(new RegionName("eu-west-1"))),
                        profile("code", Kind.MFA),
                        profile("keys", Kind.ACCESS_KEY),
                        profile("role", Kind.ASSUMED_ROLE),
                        profile("sso", Kind.SSO),
                        profile("tool", Kind.PROCESS),
                        profile("web", Kind.WEB_IDENTITY));
        assertThat(profiles().named().toString()).doesNotContain("TOPSECRET");
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
                .isEqualTo(new Profile("sso", Kind.SSO, Optional.of(new RegionName("us-west-2"))));
        environment.put("AWS_ACCESS_KEY_ID", "AKIA");
        environment.put("AWS_SECRET_ACCESS_KEY", "s");
        assertThat(profiles().byDefault().kind()).isEqualTo(Kind.ENVIRONMENT);
    }

    @Test
    void aContainerOrAnInstanceSignsInByItsRole() {
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials");
        assertThat(profiles().byDefault().kind()).isEqualTo(Kind.CONTAINER);
        environment.remove("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        environment.remove("AWS_EC2_METADATA_DISABLED");
        assertThat(profiles().byDefault().kind()).isEqualTo(Kind.INSTANCE);
    }
}
