package io.spotdock.keychain;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.port.Keychain;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keychain of the system that this runs on. */
public final class SystemKeychain implements Keychain {
    private final Kind kind;
    private final SessionBus bus;

    /** Whatever is neither macOS nor Windows is a Unix with a session bus, or without. */
    private enum Kind {
        MAC("keychain.mac"),
        WINDOWS("keychain.windows"),
        UNIX("keychain.unix");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        static Kind of(String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            if (name.startsWith("mac")) return MAC;
            return name.startsWith("windows") ? WINDOWS : UNIX;
        }
    }

    /** @param osName as Java tells it */
    public SystemKeychain(String osName, Map<String, String> environment) {
        kind = Kind.of(osName);
        bus = new SessionBus(environment);
    }

    @Override
    public Fault name() {
        return Fault.of(kind.key);
    }

    @Override
    public Availability availability() {
        return switch (kind) {
            case MAC, WINDOWS -> new Availability.Available();
            case UNIX -> bus.availability();
        };
    }

    @Override
    public Optional<Secret> find(Item item) {
        Store store = store();
        return Apart.waitFor(() -> store.find(item), late -> late.ifPresent(Secret::close));
    }

    @Override
    public void keep(Item item, Secret secret) {
        Store store = store();
        // The giver may wipe its own when it no longer waits.
        Secret own = secret.use(Secret::of);
        Apart.waitFor(
                () -> {
                    try (own) {
                        store.keep(item, own);
                        return item;
                    }
                },
                _ -> {});
    }

    @Override
    public void forget(Item item) {
        Store store = store();
        Apart.waitFor(
                () -> {
                    store.forget(item);
                    return item;
                },
                _ -> {});
    }

    private Store store() {
        if (availability() instanceof Availability.Absent(Fault why))
            throw new FailureException(new Failure.Invalid("keychain", why, ""));
        return switch (kind) {
            case MAC -> KeyringStore.ofMac();
            case WINDOWS -> KeyringStore.ofWindows();
            case UNIX -> new SecretServiceStore(bus);
        };
    }
}
