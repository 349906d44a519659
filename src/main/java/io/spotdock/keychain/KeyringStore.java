package io.spotdock.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import io.spotdock.domain.Secret;
import io.spotdock.port.Keychain.Item;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keychains of macOS and Windows. The library tells why it failed in words only: where these don't say that nothing is
 * there, it is taken for a refusal, and told with them.
 */
final class KeyringStore implements Store {
    private static final String SERVICE = "Spotdock";

    /** Apple's errSecItemNotFound in English, and Windows' ERROR_NOT_FOUND, 1168. */
    private static final Pattern NOTHING = Pattern.compile("could not be found|not found|\\b1168\\b");

    private final KeyringStorageType type;

    private KeyringStore(KeyringStorageType type) {
        this.type = type;
    }

    static KeyringStore ofMac() {
        return new KeyringStore(KeyringStorageType.LEGACY_OSX_KEYCHAIN);
    }

    static KeyringStore ofWindows() {
        return new KeyringStore(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
    }

    /** Work with the library. */
    private interface Work<T> {
        T with(Keyring keyring) throws PasswordAccessException;
    }

    private <T> T opened(Work<T> work, T nothing) {
        try {
            // Not closed: on these two it holds nothing open.
            return work.with(Keyring.create(type));
        } catch (BackendNotSupportedException | LinkageError e) {
            throw Refusal.NO_SERVICE.because(String.valueOf(e.getMessage()));
        } catch (PasswordAccessException e) {
            String said = String.valueOf(e.getMessage());
            if (NOTHING.matcher(said).find()) return nothing;
            throw Refusal.REFUSED.because(said);
        } catch (RuntimeException e) {
            // What it throws beside that tells of its inside, not of the keychain.
            throw Refusal.REFUSED.because(e.getClass().getName());
        }
    }

    @Override
    public Optional<Secret> find(Item item) {
        return opened(keyring -> Optional.of(Secret.of(keyring.getPassword(SERVICE, account(item)))), Optional.empty());
    }

    @Override
    public void keep(Item item, Secret secret) {
        boolean kept = opened(
                keyring -> {
                    String text = secret.use(value -> value);
                    keyring.setPassword(SERVICE, account(item), text);
                    return true;
                },
                false);
        if (!kept) throw Refusal.REFUSED.because("");
    }

    @Override
    public void forget(Item item) {
        opened(
                keyring -> {
                    keyring.deletePassword(SERVICE, account(item));
                    return true;
                },
                true);
    }

    private static String account(Item item) {
        String host = item.host().toString();
        return item.user().isEmpty() ? host : item.user() + " @ " + host;
    }
}
