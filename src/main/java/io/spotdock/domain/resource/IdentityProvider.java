package io.spotdock.domain.resource;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Partition;
import java.util.Map;
import java.util.Set;

/**
 * Google as an OIDC identity provider in the customer's account.
 *
 * @param clientIds the audiences it accepts
 */
public record IdentityProvider(Partition partition, AccountId account, Set<String> clientIds, Map<String, String> tags)
        implements Resource {
    public IdentityProvider {
        clientIds = Set.copyOf(clientIds);
        tags = Map.copyOf(tags);
    }

    public String arn() {
        return arn(partition, account);
    }

    public static String arn(Partition partition, AccountId account) {
        return "arn:" + partition.id() + ":iam::" + account + ":oidc-provider/" + GoogleProvider.HOST;
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.IDENTITY_PROVIDER, GoogleProvider.HOST);
    }
}
