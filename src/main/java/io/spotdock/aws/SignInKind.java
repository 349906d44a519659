package io.spotdock.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways to sign in to AWS, and how a profile shows which one it is. */
enum SignInKind {
    ACCESS_KEY("aws-none"),
    ENVIRONMENT("aws-none"),
    SSO("aws-sso"),
    ASSUMED_ROLE("aws-none"),
    /** A role that wants a code, which the SDK can't ask for. */
    MFA("aws-mfa"),
    PROCESS("aws-process"),
    WEB_IDENTITY("aws-none"),
    /** What {@code aws login} leaves behind. */
    CONSOLE("aws-sso"),
    CONTAINER("aws-none"),
    INSTANCE("aws-none"),
    NONE("aws-none");

    /** A profile may name itself as its source; then the SDK refuses it. */
    private static final int LONGEST_CHAIN = 10;

    private final String textKey;

    SignInKind(String textKey) {
        this.textKey = "sign-in." + textKey;
    }

    /** The text that says what to do when this sign-in can't be had. */
    String textKey() {
        return textKey;
    }

    /** What the profile in use says; empty when it says nothing of credentials. */
    static Optional<SignInKind> ofProfile(SharedConfig config) {
        if (has(config, "role_arn")) {
            if (has(config, "web_identity_token_file")) return Optional.of(WEB_IDENTITY);
            return Optional.of(has(config, "mfa_serial") ? MFA : ASSUMED_ROLE);
        }
        if (has(config, "sso_session") || has(config, "sso_start_url")) return Optional.of(SSO);
        if (has(config, "login_session")) return Optional.of(CONSOLE);
        if (has(config, "credential_process")) return Optional.of(PROCESS);
        return has(config, "aws_access_key_id") ? Optional.of(ACCESS_KEY) : Optional.empty();
    }

    /** Where the credentials come from in the end: a role may be assumed with another profile's. */
    static Optional<SignInKind> ofSource(SharedConfig config) {
        SharedConfig source = config;
        for (int i = 0; i < LONGEST_CHAIN && has(source, "role_arn") && has(source, "source_profile"); i++)
            source = source.of(source.property("source_profile").orElse(""));
        return ofProfile(source);
    }

    private static boolean has(SharedConfig config, String property) {
        return config.property(property).isPresent();
    }

    /** The AWS CLI's order: keys of the environment, unless a profile was named; the profile; container; instance. */
    static SignInKind choose(Map<String, String> environment, SharedConfig config) {
        if (!config.named()) {
            if (present(environment, "AWS_ACCESS_KEY_ID") && present(environment, "AWS_SECRET_ACCESS_KEY"))
                return ENVIRONMENT;
            if (present(environment, "AWS_WEB_IDENTITY_TOKEN_FILE") && present(environment, "AWS_ROLE_ARN"))
                return WEB_IDENTITY;
        }
        Optional<SignInKind> profile = ofProfile(config);
        if (profile.isPresent()) return profile.get();
        boolean container =
                List.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI").stream()
                        .anyMatch(name -> present(environment, name));
        if (container) return CONTAINER;
        return "true".equalsIgnoreCase(environment.get("AWS_EC2_METADATA_DISABLED")) ? NONE : INSTANCE;
    }

    private static boolean present(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
