package io.spotdock.aws;

import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.Secret;
import io.spotdock.port.Assumptions;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.Objects;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** {@link Assumptions} over STS. */
final class StsAssumptions implements Assumptions {
    /** The shortest that STS gives (STS API Reference, "AssumeRole"). */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private final AwsClients clients;
    private final ClientSettings settings;
    private final AwsFailures failures;

    StsAssumptions(AwsClients clients, ClientSettings settings, AwsFailures failures) {
        this.clients = clients;
        this.settings = settings;
        this.failures = failures;
    }

    @Override
    public Outcome assume(RoleArn role, Optional<ExternalId> shown, String session) {
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(role.toString())
                .roleSessionName(session)
                .durationSeconds((int) SHORTEST.toSeconds())
                .externalId(shown.map(ExternalId::value).orElse(null))
                .build();
        Call call = new Call("sts:AssumeRole", "role " + role.name(), "role.name");
        try {
            return new Outcome.Assumed(
                    clients.sts(call, sts -> session(sts.assumeRole(request).credentials())));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied denied) return new Outcome.Refused(denied.said());
            throw e;
        }
    }

    private Session session(Credentials given) {
        SignIn.Keys keys = new SignIn.Keys(
                new AccessKeyId(given.accessKeyId()),
                Secret.of(given.secretAccessKey()),
                Optional.of(Secret.of(given.sessionToken())));
        Objects objects = new S3Objects(new AwsClients(settings, new TypedKeys(keys), failures));
        return new Session() {
            @Override
            public Objects objects() {
                return objects;
            }

            @Override
            public void close() {
                keys.secretAccessKey().close();
                keys.sessionToken().ifPresent(Secret::close);
            }
        };
    }
}
