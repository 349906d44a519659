package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Arn;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.port.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** {@link Tokens} over STS. */
final class StsTokens implements Tokens {
    private static final Call CALL = new Call("sts:GetCallerIdentity", "AWS account", "aws.profile");

    private final AwsClients clients;
    private final InstantSource clock;

    StsTokens(AwsClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Caller whoAmI() {
        Caller caller = clients.sts(CALL, sts -> caller(sts.getCallerIdentity()));
        clients.belongTo(caller);
        return caller;
    }

    private static Caller caller(GetCallerIdentityResponse who) {
        String partition = Arn.parse(who.arn()).map(Arn::partition).orElse("");
        return new Caller(
                new AccountId(who.account()),
                who.arn(),
                Partition.ofId(partition)
                        .orElseThrow(() -> new FailureException(new Failure.Invalid(
                                "aws.account-id", Fault.of("fault.aws.partition", partition), who.arn()))));
    }

    /** Asks anew: the SDK corrects a wrong clock without a word, so that an answer is no sign of a right one. */
    @Override
    public Optional<Duration> clockSkew() {
        return clients.sts(CALL, StsClient::getCallerIdentity)
                .sdkHttpResponse()
                .firstMatchingHeader("Date")
                .flatMap(date -> ClockSkew.ofDate(date, clock.instant()));
    }
}
