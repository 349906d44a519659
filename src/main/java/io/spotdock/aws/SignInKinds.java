package io.spotdock.aws;

import io.spotdock.port.Profiles.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the ways to sign in to AWS a profile and an environment amount to. */
final class SignInKinds {
    /** A profile may name itself as its source. */
    private static final int LONGEST_CHAIN = 10;

    private SignInKinds() {}

    /** The text that says what to do when this sign-in can't be had. */
    static String textKey(Kind kind) {
        return switch (kind) {
            case SSO, CONSOLE -> "sign-in.aws-sso";
            case MFA -> "sign-in.aws-mfa";
            case PROCESS -> "sign-in.aws-process";
            case ACCESS_KEY, ASSUMED_ROLE, WEB_IDENTITY, ENVIRONMENT, CONTAINER, INSTANCE, NONE -> "sign-in.aws-none";
        };
    }

    /** What the profile in use says; empty when it says nothing of credentials. */
    static Optional<Kind> ofProfile(SharedConfig config) {
        if (has(config, "role_arn")) {
            if (has(config, "web_identity_token_file")) return Optional.of(Kind.WEB_IDENTITY);
            return Optional.of(has(config, "mfa_serial") ? Kind.MFA : Kind.ASSUMED_ROLE);
        }
        if (has(config, "sso_session") || has(config, "sso_start_url")) return Optional.of(Kind.SSO);
        if (has(config, "login_session")) return Optional.of(Kind.CONSOLE);
        if (has(config, "credential_process")) return Optional.of(Kind.PROCESS);
        return has(config, "aws_access_key_id") ? Optional.of(Kind.ACCESS_KEY) : Optional.empty();
    }

    /** Where the credentials come from in the end: a role may be assumed with another profile's. */
    static Optional<Kind> ofSource(SharedConfig config) {
        SharedConfig source = config;
        for (int i = 0; i < LONGEST_CHAIN && has(source, "role_arn") && has(source, "source_profile"); i++)
            source = source.of(source.property("source_profile").orElse(""));
        return ofProfile(source);
    }

    private static boolean has(SharedConfig config, String property) {
        return config.property(property).isPresent();
    }

    /** The AWS CLI's order: keys of the environment, unless a profile was named; the profile; container; instance. */
    static Kind choose(Map<String, String> environment, SharedConfig config) {
        if (!config.named()) {
            if (present(environment, "AWS_ACCESS_KEY_ID") && present(environment, "AWS_SECRET_ACCESS_KEY"))
                return Kind.ENVIRONMENT;
            if (present(environment, "AWS_WEB_IDENTITY_TOKEN_FILE") && present(environment, "AWS_ROLE_ARN"))
                return Kind.WEB_IDENTITY;
        }
        Optional<Kind> profile = ofProfile(config);
        if (profile.isPresent()) return profile.get();
        boolean container =
                List.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI").stream()
                        .anyMatch(name -> present(environment, name));
        if (container) return Kind.CONTAINER;
        return "true".equalsIgnoreCase(environment.get("AWS_EC2_METADATA_DISABLED")) ? Kind.NONE : Kind.INSTANCE;
    }

    private static boolean present(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
