package io.spotdock.service;

import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Secrets typed into this session, in memory only; wiped when it is closed. Thread-safe. */
final class Vault implements Function<SecretReference, Secret>, AutoCloseable {
    private final Map<String, Secret> entered = new ConcurrentHashMap<>();
    private final Function<SecretReference, Secret> others;

    /** @param others finds the secrets that were not typed */
    Vault(Function<SecretReference, Secret> others) {
        this.others = others;
    }

    /** Keeps a secret in place of the one that had this name; an empty one takes it away. */
    void enter(SecretReference.Entered name, Secret secret) {
        Secret former = secret.isEmpty() ? entered.remove(name.name()) : entered.put(name.name(), secret);
        if (secret.isEmpty()) secret.close();
        if (former != null) former.close();
    }

    boolean holds(SecretReference.Entered name) {
        return entered.containsKey(name.name());
    }

    /** A copy, which its receiver may wipe after use. */
    @Override
    public Secret apply(SecretReference reference) {
        if (!(reference instanceof SecretReference.Entered name)) return others.apply(reference);
        Secret secret = entered.get(name.name());
        return secret == null ? others.apply(reference) : secret.use(Secret::of);
    }

    @Override
    public void close() {
        entered.values().forEach(Secret::close);
        entered.clear();
    }
}
