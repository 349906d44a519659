package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/**
 * What a profile says of SSO (AWS SDKs and Tools Reference Guide, "IAM Identity Center credential provider"): by naming an
 * {@code sso-session}, or all by itself, which is the older form and has no tokens that renew.
 *
 * @param scopes as registered for; empty in the older form
 */
record SsoProfile(String profile, Optional<String> session, String startUrl, Region region, List<String> scopes) {
    private static final String ACCESS = "sso:account:access";

    /** @throws FailureException Invalid when something is missing */
    static SsoProfile of(SharedConfig config) {
        Optional<String> session = config.property("sso_session");
        String startUrl = needed(config, session, "sso_start_url");
        RegionName region = RegionName.parse(needed(config, session, "sso_region"))
                .good()
                .orElseThrow(() -> incomplete(config, "sso_region"));
        List<String> scopes = session.map(name -> config.property("sso-session", name, "sso_registration_scopes")
                        .orElse(ACCESS))
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(scope -> !scope.isEmpty())
                        .toList())
                .orElse(List.of());
        return new SsoProfile(config.profile(), session, startUrl, Region.of(region.value()), scopes);
    }

    private static String needed(SharedConfig config, Optional<String> session, String name) {
        return session.map(title -> config.property("sso-session", title, name))
                .orElseGet(() -> config.property(name))
                .orElseThrow(() -> incomplete(config, name));
    }

    private static FailureException incomplete(SharedConfig config, String name) {
        return new FailureException(new Failure.Invalid(
                "aws.profile", Fault.of("fault.aws.profile.incomplete", config.profile(), name), ""));
    }

    /** What the token is kept under. */
    String key() {
        return session.orElse(startUrl);
    }
}
