package io.spotdock.aws;

import io.spotdock.port.Profiles.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials from one source, chosen beforehand rather than by trying a chain: when an SSO session has run out, the
 * failure says so, where a chain would say that nothing was found anywhere.
 */
final class ChosenCredentials implements AwsCredentialsProvider {
    private final Kind kind;
    private final SharedConfig config;
    private final CredentialSources sources;
    private final AwsFailures failures;
    private @Nullable AwsCredentialsProvider opened;

    ChosenCredentials(
            Map<String, String> environment, SharedConfig config, CredentialSources sources, AwsFailures failures) {
        this.kind = SignInKinds.choose(environment, config).kind();
        this.config = config;
        this.sources = sources;
        this.failures = failures;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return open().resolveCredentials();
        } catch (RuntimeException e) {
            throw failures.ofSignIn(e, kind, config);
        }
    }

    private synchronized AwsCredentialsProvider open() {
        if (opened == null) opened = sources.open(kind, config);
        return opened;
    }
}
