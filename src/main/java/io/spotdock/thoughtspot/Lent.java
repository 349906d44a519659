package io.spotdock.thoughtspot;

import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The secrets that a connection was lent, which are its own to wipe. It keeps them as long as it lives, since the other side
 * may repeat them in any later answer. Thread-safe.
 */
final class Lent implements Function<SecretReference, Secret>, AutoCloseable {
    private final Function<SecretReference, Secret> lender;
    private final List<Secret> lent = new CopyOnWriteArrayList<>();

    Lent(Function<SecretReference, Secret> lender) {
        this.lender = lender;
    }

    @Override
    public Secret apply(SecretReference reference) {
        Secret secret = lender.apply(reference);
        lent.add(secret);
        return secret;
    }

    @Override
    public void close() {
        lent.forEach(Secret::close);
        lent.clear();
    }
}
