package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.port.Profiles.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the ways to sign in to AWS a profile and an environment amount to. */
final class SignInKinds {
    /** A profile may name itself as its source. */
    private static final int LONGEST_CHAIN = 10;

    private static final List<String> CONTAINER =
            List.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI");

    private SignInKinds() {}

    /** Says what to do when this sign-in can't be had. */
    static Failure expired(Kind kind, SharedConfig config, String said) {
        List<String> arguments = switch (kind) {
            case MFA ->
                List.of(config.profile(), mfa(config).map(MfaDevice::serial).orElse(""));
            case ACCESS_KEY,
                    SSO,
                    ASSUMED_ROLE,
                    PROCESS,
                    WEB_IDENTITY,
                    CONSOLE,
                    ENVIRONMENT,
                    CONTAINER,
                    INSTANCE,
                    NONE -> List.of(source(config).profile());
        };
        return new Failure.Expired(textKey(kind), arguments, said);
    }

    private static String textKey(Kind kind) {
        return switch (kind) {
            case SSO -> "sign-in.aws-sso";
            case CONSOLE -> "sign-in.aws-console";
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
        return ofProfile(source(config));
    }

    /** The profile whose credentials they are in the end. */
    static SharedConfig source(SharedConfig config) {
        return chain(config).getLast();
    }

    /** The device that is asked for a code on the way from the source: the profile's own, or that of a role below it. */
    static Optional<MfaDevice> mfa(SharedConfig config) {
        return chain(config).stream()
                .filter(link -> has(link, "mfa_serial"))
                .filter(link -> has(link, "role_arn") || link.profile().equals(config.profile()))
                .map(MfaDevice::of)
                .findFirst();
    }

    /** The profile, the source its role is assumed with, that one's source, and so on. */
    private static List<SharedConfig> chain(SharedConfig config) {
        return Stream.iterate(
                        Optional.of(config),
                        Optional::isPresent,
                        link -> link.filter(role -> has(role, "role_arn"))
                                .flatMap(role -> role.property("source_profile").map(role::of)))
                .limit(LONGEST_CHAIN)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a person is told: a role that is assumed with one that wants a code wants the code. */
    static Kind told(Kind kind, SharedConfig config) {
        return kind == Kind.ASSUMED_ROLE && mfa(config).isPresent() ? Kind.MFA : kind;
    }

    private static boolean has(SharedConfig config, String property) {
        return config.property(property).isPresent();
    }

    /**
     * What signs in, and the variable of the environment that decided it.
     *
     * @param variable empty when a profile decided
     */
    record Choice(Kind kind, Optional<String> variable) {
        private static Choice by(Kind kind, String variable) {
            return new Choice(kind, Optional.of(variable));
        }
    }

    /** The AWS CLI's order: keys of the environment, unless a profile was named; the profile; container; instance. */
    static Choice choose(Map<String, String> environment, SharedConfig config) {
        if (!config.named()) {
            if (present(environment, "AWS_ACCESS_KEY_ID") && present(environment, "AWS_SECRET_ACCESS_KEY"))
                return Choice.by(Kind.ENVIRONMENT, "AWS_ACCESS_KEY_ID");
            if (present(environment, "AWS_WEB_IDENTITY_TOKEN_FILE") && present(environment, "AWS_ROLE_ARN"))
                return Choice.by(Kind.WEB_IDENTITY, "AWS_WEB_IDENTITY_TOKEN_FILE");
        }
        Optional<Kind> profile = ofProfile(config);
        if (profile.isPresent()) return new Choice(profile.get(), Optional.empty());
        for (String name : CONTAINER) if (present(environment, name)) return Choice.by(Kind.CONTAINER, name);
        boolean disabled = "true".equalsIgnoreCase(environment.get("AWS_EC2_METADATA_DISABLED"));
        return new Choice(disabled ? Kind.NONE : Kind.INSTANCE, Optional.empty());
    }

    private static boolean present(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
