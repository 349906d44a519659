package io.spotdock.aws;

import io.spotdock.aws.Endpoints.Service;
import io.spotdock.domain.RoleArn;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Credentials of a role that is taken on with others' and renewed before they run out; when it can't be had, says which. */
final class RoleCredentials implements Lasting {
    private final RoleArn role;
    private final Lasting base;
    private final String session;
    private final ClientSettings settings;
    private final AwsFailures failures;
    private Opened opened;

    /** @param generation of the base it was taken on with */
    private record Opened(StsAssumeRoleCredentialsProvider provider, int generation) {}

    /**
     * Asks for nothing yet.
     *
     * @param base who takes the role on
     * @param session what AWS's event log calls it: 2 to 64 of {@code [\w+=,.@-]} (STS API Reference, "AssumeRole")
     */
    RoleCredentials(Lasting base, RoleArn role, String session, ClientSettings settings, AwsFailures failures) {
        this.role = role;
        this.settings = settings;
        this.failures = failures;
        this.base = base;
        this.session = session;
        this.opened = opened(base, role, session, settings);
    }

    private static Opened opened(Lasting base, RoleArn role, String session, ClientSettings settings) {
        int generation = base.generation();
        return new Opened(
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(settings.sts(base))
                        .refreshRequest(
                                request -> request.roleArn(role.toString()).roleSessionName(session))
                        .build(),
                generation);
    }

    /** A session that was begun with another sign-in may have ended with it. */
    private synchronized StsAssumeRoleCredentialsProvider provider() {
        if (opened.generation() != base.generation()) opened = opened(base, role, session, settings);
        return opened.provider();
    }

    @Override
    public <R> R through(Supplier<R> call) {
        return base.through(call);
    }

    @Override
    public int generation() {
        return base.generation();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider().resolveCredentials();
        } catch (RuntimeException e) {
            Call call = new Call("sts:AssumeRole", role.toString(), "aws.account-id");
            throw failures.of(e, call, settings.endpoints().host(Service.STS, settings.region()), settings.region());
        }
    }
}
