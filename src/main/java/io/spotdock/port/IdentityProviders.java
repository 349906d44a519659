package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.domain.resource.IdentityProvider;
import java.util.Optional;

/** Google as an OIDC provider of the account. */
public interface IdentityProviders {
    Optional<IdentityProvider> find(Partition partition, AccountId account);

    void create(IdentityProvider wanted);

    void addClientId(IdentityProvider provider, String clientId);

    void removeClientId(IdentityProvider provider, String clientId);

    void delete(IdentityProvider provider);
}
