package io.spotdock.aws;

import io.spotdock.aws.Endpoints.Service;
import io.spotdock.domain.RoleArn;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Credentials of a role that is taken on with others' and renewed before they run out; when it can't be had, says which. */
final class RoleCredentials implements AwsCredentialsProvider {
    private final RoleArn role;
    private final ClientSettings settings;
    private final AwsFailures failures;
    private final StsAssumeRoleCredentialsProvider provider;

    /**
     * Asks for nothing yet.
     *
     * @param base who takes the role on
     * @param session what AWS's event log calls it: 2 to 64 of {@code [\w+=,.@-]} (STS API Reference, "AssumeRole")
     */
    RoleCredentials(
            AwsCredentialsProvider base, RoleArn role, String session, ClientSettings settings, AwsFailures failures) {
        this.role = role;
        this.settings = settings;
        this.failures = failures;
        this.provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(settings.sts(base))
                .refreshRequest(request -> request.roleArn(role.toString()).roleSessionName(session))
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (RuntimeException e) {
            Call call = new Call("sts:AssumeRole", role.toString(), "aws.account-id");
            throw failures.of(e, call, settings.endpoints().host(Service.STS, settings.region()), settings.region());
        }
    }
}
