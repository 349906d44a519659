package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Partition;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.port.IdentityProviders;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** {@link IdentityProviders} over IAM. */
final class IamIdentityProviders implements IdentityProviders {
    private final AwsClients clients;

    IamIdentityProviders(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<IdentityProvider> find(Partition partition, AccountId account) {
        return clients.iam(call("iam:GetOpenIDConnectProvider"), iam -> {
            try {
                var found = iam.getOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(IdentityProvider.arn(partition, account)));
                return Optional.of(new IdentityProvider(
                        partition, account, Set.copyOf(found.clientIDList()), IamRoles.tags(found.tags())));
            } catch (NoSuchEntityException _) {
                return Optional.empty();
            }
        });
    }

    /** Sends no thumbprint: AWS takes Google's certificate from its own list of authorities. */
    @Override
    public void create(IdentityProvider wanted) {
        clients.iam(
                call("iam:CreateOpenIDConnectProvider"),
                iam -> iam.createOpenIDConnectProvider(r -> r.url("https://" + GoogleProvider.HOST)
                        .clientIDList(wanted.clientIds())
                        .tags(IamRoles.tags(wanted.tags()))));
    }

    @Override
    public void addClientId(IdentityProvider provider, String clientId) {
        clients.iam(
                call("iam:AddClientIDToOpenIDConnectProvider"),
                iam -> iam.addClientIDToOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(provider.arn()).clientID(clientId)));
    }

    @Override
    public void removeClientId(IdentityProvider provider, String clientId) {
        clients.iam(
                call("iam:RemoveClientIDFromOpenIDConnectProvider"),
                iam -> iam.removeClientIDFromOpenIDConnectProvider(
                        r -> r.openIDConnectProviderArn(provider.arn()).clientID(clientId)));
    }

    @Override
    public void delete(IdentityProvider provider) {
        clients.iam(
                call("iam:DeleteOpenIDConnectProvider"),
                iam -> iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(provider.arn())));
    }

    private static Call call(String permission) {
        return new Call(permission, "identity-provider " + GoogleProvider.HOST, "role.provider");
    }
}
