package io.spotdock.keychain;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.Secret;
import io.spotdock.port.Keychain.Item;
import java.util.Optional;

/** One kind of keychain. Blocks, for as long as a person takes to answer it; throws {@link FailureException}. */
interface Store {
    Optional<Secret> find(Item item) throws InterruptedException;

    void keep(Item item, Secret secret) throws InterruptedException;

    void forget(Item item) throws InterruptedException;
}
