package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Arn;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.port.Tokens;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** {@link Tokens} over STS. */
final class StsTokens implements Tokens {
    private final AwsClients clients;

    StsTokens(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Caller whoAmI() {
        Call call = new Call("sts:GetCallerIdentity", "AWS account", "aws.profile");
        GetCallerIdentityResponse who = clients.sts(call, StsClient::getCallerIdentity);
        String partition = Arn.parse(who.arn()).map(Arn::partition).orElse("");
        return new Caller(
                new AccountId(who.account()),
                who.arn(),
                Partition.ofId(partition)
                        .orElseThrow(() -> new FailureException(new Failure.Invalid(
                                "aws.account-id", Fault.of("fault.aws.partition", partition), who.arn()))));
    }
}
