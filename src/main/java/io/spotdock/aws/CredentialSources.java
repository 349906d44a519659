package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.MfaCode;
import io.spotdock.port.Profiles.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Opens credentials of each kind. STS and SSO are called with clients of our own, because the SDK's would know neither
 * the end point nor the certificates, the proxy and the region of this sign-in.
 */
final class CredentialSources {
    private static final int LONGEST_CHAIN = 10;
    private static final String SESSION = "spotdock";

    private final Map<String, String> environment;
    private final ClientSettings settings;
    private final MfaSessions sessions;
    private final Optional<MfaCode> code;
    private final SsoTokens ssoTokens;
    private final CredentialProcesses process;

    /** @param code what a person typed for this sign-in */
    CredentialSources(
            Map<String, String> environment,
            ClientSettings settings,
            MfaSessions sessions,
            Optional<MfaCode> code,
            SsoTokens ssoTokens,
            CredentialProcesses process) {
        this.process = process;
        this.environment = environment;
        this.settings = settings;
        this.sessions = sessions;
        this.code = code;
        this.ssoTokens = ssoTokens;
    }

    AwsCredentialsProvider open(Kind kind, SharedConfig config) {
        return open(kind, config, 0, false);
    }

    /** @param coded whether the code was for a role further up: it is good once */
    private AwsCredentialsProvider open(Kind kind, SharedConfig config, int depth, boolean coded) {
        return switch (kind) {
            case ENVIRONMENT -> StaticCredentialsProvider.create(keys());
            case WEB_IDENTITY -> webIdentity(config);
            case ASSUMED_ROLE -> assumed(config, source(config, depth + 1, coded));
            case MFA -> assumedWithCode(config, source(config, depth + 1, true));
            case ACCESS_KEY -> ofKeys(config, coded);
            case SSO -> ofSso(config);
            case PROCESS -> process.of(config);
            case CONSOLE ->
                ProfileCredentialsProvider.builder()
                        .profileFile(config.file())
                        .profileName(config.profile())
                        .build();
            // Neither goes through a proxy or asks for a certificate: both are on this machine's own link.
            case CONTAINER -> ContainerCredentialsProvider.builder().build();
            case INSTANCE -> InstanceProfileCredentialsProvider.create();
            case NONE -> throw new FailureException(SignInKinds.expired(kind, config, ""));
        };
    }

    /** A device named beside plain keys is asked only of who has a code at hand, as those keys sign in without, too. */
    private AwsCredentialsProvider ofKeys(SharedConfig config, boolean coded) {
        AwsCredentialsProvider keys = StaticCredentialsProvider.create(keys(config));
        MfaDevice device = MfaDevice.of(config);
        if (coded || device.serial().isEmpty()) return keys;
        return sessions.of(
                        device,
                        code,
                        typed -> settings.sts(keys)
                                .getSessionToken(request ->
                                        request.serialNumber(device.serial()).tokenCode(typed.value()))
                                .credentials())
                .orElse(keys);
    }

    private AwsCredentialsProvider assumedWithCode(SharedConfig config, AwsCredentialsProvider source) {
        MfaDevice device = MfaDevice.of(config);
        return sessions.of(
                        device,
                        code,
                        typed -> settings.sts(source)
                                .assumeRole(request -> assumeRole(request, config)
                                        .serialNumber(device.serial())
                                        .tokenCode(typed.value()))
                                .credentials())
                .orElseThrow(() -> new FailureException(SignInKinds.expired(Kind.MFA, config, "")));
    }

    private AwsCredentialsProvider ofSso(SharedConfig config) {
        SsoProfile sso = SsoProfile.of(config);
        SsoCredentialsProvider.Builder builder = SsoCredentialsProvider.builder();
        return builder.ssoClient(settings.sso(sso.region()))
                .refreshRequest(() -> GetRoleCredentialsRequest.builder()
                        .accountId(config.property("sso_account_id").orElse(""))
                        .roleName(config.property("sso_role_name").orElse(""))
                        .accessToken(ssoTokens.current(sso))
                        .build())
                .build();
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
    private AwsCredentialsProvider source(SharedConfig config, int depth, boolean coded) {
        Optional<String> profile = config.property("source_profile");
        if (profile.isEmpty()) return open(named(config), config, depth, coded);
        if (profile.get().equals(config.profile())) return open(Kind.ACCESS_KEY, config, depth, true);
        SharedConfig source = config.of(profile.get());
        if (depth > LONGEST_CHAIN || source.file().profile(profile.get()).isEmpty())
            throw new FailureException(
                    new Failure.Invalid("aws.profile", Fault.of("fault.aws.profile.unknown", profile.get()), ""));
        return open(SignInKinds.ofProfile(source).orElse(Kind.NONE), source, depth, coded);
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
                .stsClient(settings.sts(source))
                .refreshRequest(request -> assumeRole(request, config))
                .build();
    }

    private static AssumeRoleRequest.Builder assumeRole(AssumeRoleRequest.Builder request, SharedConfig config) {
        request.roleArn(config.property("role_arn").orElse(""))
                .roleSessionName(config.property("role_session_name").orElse(SESSION));
        config.property("external_id").ifPresent(request::externalId);
        config.property("duration_seconds").map(Integer::valueOf).ifPresent(request::durationSeconds);
        return request;
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
                .stsClient(settings.sts(AnonymousCredentialsProvider.create()))
                .roleArn(ofProfile ? config.property("role_arn").orElse("") : value("AWS_ROLE_ARN"))
                .roleSessionName(session)
                .webIdentityTokenFile(Path.of(ofProfile ? file.orElse("") : value("AWS_WEB_IDENTITY_TOKEN_FILE")))
                .build();
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "").strip();
    }
}
