package io.spotdock.gui.step.account;

import io.spotdock.port.SsoSignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** AWS's page, with a person in front of it who allows access at once, or lets the code run out. */
final class Page implements SsoSignIn {
    static final String CONFIG = """
            [profile production]
            sso_session = company
            sso_account_id = 999888777666
            sso_role_name = DataAdmin
            [profile second]
            sso_session = company
            sso_account_id = 111122223333
            sso_role_name = DataAdmin
            [sso-session company]
            sso_start_url = https://company.awsapps.com/start
            sso_region = us-east-1
            """;

    private final Path home;
    String asked = "";
    String keys = "";
    /** What happens before the person does anything. */
    Runnable meanwhile = () -> {};

    boolean expires;

    Page(Path home) {
        this.home = home;
    }

    @Override
    public Pending begin(String profile) {
        asked = profile;
        return new Pending() {
            @Override
            public DeviceCode code() {
                return new DeviceCode(
                        "WDDM-QKXP",
                        URI.create("https://device.sso.us-east-1.amazonaws.com/?user_code=WDDM-QKXP"),
                        Instant.parse("2026-11-23T10:52:00Z"),
                        Duration.ofSeconds(5));
            }

            @Override
            public Instant await() {
                meanwhile.run();
                if (expires)
                    throw new io.spotdock.domain.FailureException(
                            new io.spotdock.domain.Failure.Expired("sign-in.aws-sso-code", List.of(profile), ""));
                // From here on the profile signs in; that it does so by a token is the adapter's affair.
                Computer.in(home).write("config", "[profile production]\n" + keys + "\n");
                return code().expires();
            }
        };
    }
}
