package io.spotdock.keychain;

import io.spotdock.MemoryKeychain;
import io.spotdock.port.Keychain;

/** The keychain that other tests rely on. */
class MemoryKeychainTest implements KeychainContract {
    private final MemoryKeychain keychain = new MemoryKeychain();

    @Override
    public Keychain keychain() {
        return keychain;
    }
}
