package io.spotdock;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.port.Keychain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A keychain that lasts as long as a test, writes down what it was asked, and refuses on request. Thread-safe. */
public final class MemoryKeychain implements Keychain {
    private final Map<Item, String> kept = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Availability availability = new Availability.Available();
    private Optional<Fault> refusal = Optional.empty();

    /** There is none, for this reason. */
    public synchronized MemoryKeychain absent(String key) {
        availability = new Availability.Absent(Fault.of(key));
        return this;
    }

    /** From now on it refuses everything, for this reason. */
    public synchronized void refuse(String key) {
        refusal = Optional.of(Fault.of(key));
    }

    public synchronized void comply() {
        refusal = Optional.empty();
    }

    /** Somebody puts something in, or takes it out, in the keychain's own program. */
    public synchronized void put(Item item, String secret) {
        kept.put(item, secret);
    }

    public synchronized void clear() {
        kept.clear();
    }

    public synchronized Map<Item, String> kept() {
        return Map.copyOf(kept);
    }

    /** What it was asked for: {@code find}, {@code keep} and {@code forget}, in order. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private void ask(String what) {
        asked.add(what);
        refusal.ifPresent(why -> {
            throw new FailureException(new Failure.Invalid("keychain", why, ""));
        });
    }

    @Override
    public Fault name() {
        return Fault.of("keychain.unix");
    }

    @Override
    public synchronized Availability availability() {
        return availability;
    }

    @Override
    public synchronized Optional<Secret> find(Item item) {
        ask("find");
        return Optional.ofNullable(kept.get(item)).map(Secret::of);
    }

    @Override
    public synchronized void keep(Item item, Secret secret) {
        ask("keep");
        kept.put(item, secret.use(text -> text));
    }

    @Override
    public synchronized void forget(Item item) {
        ask("forget");
        kept.remove(item);
    }
}
