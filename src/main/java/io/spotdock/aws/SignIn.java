package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;

/**
 * Credentials from one source, chosen beforehand rather than by trying a chain: when an SSO session has run out, the
 * failure says so, where a chain would say that nothing was found anywhere.
 */
final class SignIn implements AwsCredentialsProvider {
    /** Whose fault it is when there are no credentials. */
    private final SignInKind kind;

    private final String subject;
    private final Supplier<AwsCredentialsProvider> source;
    private final AwsFailures failures;
    private @Nullable AwsCredentialsProvider opened;

    private SignIn(SignInKind kind, String subject, Supplier<AwsCredentialsProvider> source, AwsFailures failures) {
        this.kind = kind;
        this.subject = subject;
        this.source = source;
        this.failures = failures;
    }

    static SignIn choose(Map<String, String> environment, SharedConfig config, AwsFailures failures) {
        SignInKind kind = SignInKind.choose(environment, config);
        boolean ofProfile = SignInKind.ofProfile(config).filter(kind::equals).isPresent();
        Supplier<AwsCredentialsProvider> source = switch (kind) {
            case ENVIRONMENT -> () -> StaticCredentialsProvider.create(keys(environment));
            case WEB_IDENTITY -> ofProfile ? () -> profile(config) : () -> webIdentity(environment);
            case ACCESS_KEY, SSO, ASSUMED_ROLE, PROCESS, CONSOLE -> () -> profile(config);
            case CONTAINER -> () -> ContainerCredentialsProvider.builder().build();
            case INSTANCE -> () -> InstanceProfileCredentialsProvider.create();
            case MFA, NONE ->
                () -> {
                    throw new FailureException(new Failure.Expired(kind.textKey(), ""));
                };
        };
        String subject = config.property("role_arn").orElse("profile " + config.profile());
        SignInKind blamed =
                kind == SignInKind.ASSUMED_ROLE ? SignInKind.ofSource(config).orElse(kind) : kind;
        return new SignIn(blamed, subject, source, failures);
    }

    private static AwsCredentials keys(Map<String, String> environment) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "").strip();
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "").strip();
        String token = environment.getOrDefault("AWS_SESSION_TOKEN", "").strip();
        return token.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, token);
    }

    private static AwsCredentialsProvider webIdentity(Map<String, String> environment) {
        WebIdentityTokenFileCredentialsProvider.Builder builder = WebIdentityTokenFileCredentialsProvider.builder()
                .roleArn(environment.getOrDefault("AWS_ROLE_ARN", ""))
                .webIdentityTokenFile(Path.of(environment.getOrDefault("AWS_WEB_IDENTITY_TOKEN_FILE", "")));
        String session = environment.get("AWS_ROLE_SESSION_NAME");
        return (session == null ? builder : builder.roleSessionName(session)).build();
    }

    private static AwsCredentialsProvider profile(SharedConfig config) {
        return ProfileCredentialsProvider.builder()
                .profileFile(config.file())
                .profileName(config.profile())
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return open().resolveCredentials();
        } catch (RuntimeException e) {
            throw failures.ofSignIn(e, kind, subject);
        }
    }

    private synchronized AwsCredentialsProvider open() {
        if (opened == null) opened = source.get();
        return opened;
    }
}
