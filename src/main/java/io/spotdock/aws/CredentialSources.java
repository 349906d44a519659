package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.port.Profiles.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/**
 * Opens credentials of each kind. Roles are assumed with a client of our own, because the SDK's would know neither the
 * end point nor the certificates and the region of this sign-in.
 */
final class CredentialSources {
    private static final int LONGEST_CHAIN = 10;
    private static final String SESSION = "spotdock";

    private final Map<String, String> environment;
    private final Function<AwsCredentialsProvider, StsClient> sts;

    CredentialSources(Map<String, String> environment, Function<AwsCredentialsProvider, StsClient> sts) {
        this.environment = environment;
        this.sts = sts;
    }

    AwsCredentialsProvider open(Kind kind, SharedConfig config) {
        return open(kind, config, 0);
    }

    private AwsCredentialsProvider open(Kind kind, SharedConfig config, int depth) {
        return switch (kind) {
            case ENVIRONMENT -> StaticCredentialsProvider.create(keys());
            case WEB_IDENTITY -> webIdentity(config);
            case ASSUMED_ROLE -> assumed(config, source(config, depth + 1));
            case ACCESS_KEY -> StaticCredentialsProvider.create(keys(config));
            case SSO, PROCESS, CONSOLE ->
                ProfileCredentialsProvider.builder()
                        .profileFile(config.file())
                        .profileName(config.profile())
                        .build();
            case CONTAINER -> ContainerCredentialsProvider.builder().build();
            case INSTANCE -> InstanceProfileCredentialsProvider.create();
            case MFA, NONE -> throw new FailureException(new Failure.Expired(SignInKinds.textKey(kind), ""));
        };
    }

    private AwsCredentials keys() {
        return credentials(value("AWS_ACCESS_KEY_ID"), value("AWS_SECRET_ACCESS_KEY"), value("AWS_SESSION_TOKEN"));
    }

    private static AwsCredentials keys(SharedConfig config) {
        return credentials(
                config.property("aws_access_key_id").orElse(""),
                config.property("aws_secret_access_key").orElse(""),
                config.property("aws_session_token").orElse(""));
    }

    private static AwsCredentials credentials(String id, String secret, String token) {
        return token.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, token);
    }

    /** A profile may be its own source when it has keys too (AWS CLI User Guide, "Using an IAM role"). */
    private AwsCredentialsProvider source(SharedConfig config, int depth) {
        Optional<String> profile = config.property("source_profile");
        if (profile.isEmpty()) return open(named(config), config, depth);
        if (profile.get().equals(config.profile())) return open(Kind.ACCESS_KEY, config, depth);
        SharedConfig source = config.of(profile.get());
        if (depth > LONGEST_CHAIN || source.file().profile(profile.get()).isEmpty())
            throw new FailureException(
                    new Failure.Invalid("aws.profile", Fault.of("fault.aws.profile.unknown", profile.get()), ""));
        return open(SignInKinds.ofProfile(source).orElse(Kind.NONE), source, depth);
    }

    private static Kind named(SharedConfig config) {
        return switch (config.property("credential_source").orElse("")) {
            case "Environment" -> Kind.ENVIRONMENT;
            case "EcsContainer" -> Kind.CONTAINER;
            case "Ec2InstanceMetadata" -> Kind.INSTANCE;
            default -> Kind.NONE;
        };
    }

    private AwsCredentialsProvider assumed(SharedConfig config, AwsCredentialsProvider source) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.apply(source))
                .refreshRequest(request -> {
                    request.roleArn(config.property("role_arn").orElse(""))
                            .roleSessionName(
                                    config.property("role_session_name").orElse(SESSION));
                    config.property("external_id").ifPresent(request::externalId);
                    config.property("duration_seconds").map(Integer::valueOf).ifPresent(request::durationSeconds);
                })
                .build();
    }

    private AwsCredentialsProvider webIdentity(SharedConfig config) {
        Optional<String> file = config.property("web_identity_token_file");
        boolean ofProfile = config.named() && file.isPresent()
                || value("AWS_WEB_IDENTITY_TOKEN_FILE").isEmpty();
        String session = ofProfile
                ? config.property("role_session_name").orElse(SESSION)
                : Optional.of(value("AWS_ROLE_SESSION_NAME"))
                        .filter(s -> !s.isEmpty())
                        .orElse(SESSION);
        return StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(sts.apply(AnonymousCredentialsProvider.create()))
                .roleArn(ofProfile ? config.property("role_arn").orElse("") : value("AWS_ROLE_ARN"))
                .roleSessionName(session)
                .webIdentityTokenFile(Path.of(ofProfile ? file.orElse("") : value("AWS_WEB_IDENTITY_TOKEN_FILE")))
                .build();
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "").strip();
    }
}
