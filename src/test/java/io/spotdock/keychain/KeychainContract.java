package io.spotdock.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.Keychain;
import io.spotdock.port.Keychain.Item;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keychain does, the one of tests too. */
interface KeychainContract {
    ThoughtSpotHost HOST = new ThoughtSpotHost(URI.create("https://my-company.thoughtspot.cloud"));
    Item TOKEN = new Item(HOST, "");
    Item ANNA = new Item(HOST, "anna");

    Keychain keychain();

    default void keep(Item item, String text) {
        try (Secret secret = Secret.of(text)) {
            keychain().keep(item, secret);
        }
    }

    default Optional<String> found(Item item) {
        return keychain().find(item).map(secret -> {
            try (secret) {
                return secret.use(text -> text);
            }
        });
    }

    @Test
    default void whatIsKeptIsFoundAsItWas() {
        keep(ANNA, "pass\"w\\ört  ₤ ");
        assertThat(found(ANNA)).contains("pass\"w\\ört  ₤ ");
    }

    @Test
    default void nothingIsFoundWhereNothingWasKept() {
        keep(ANNA, "of-anna");
        assertThat(found(TOKEN)).isEmpty();
        assertThat(found(new Item(HOST, "berta"))).isEmpty();
        assertThat(found(new Item(new ThoughtSpotHost(URI.create("https://other.thoughtspot.cloud")), "anna")))
                .isEmpty();
    }

    @Test
    default void aNewOneTakesThePlaceOfTheFormer() {
        keep(TOKEN, "first");
        keep(TOKEN, "second");
        assertThat(found(TOKEN)).contains("second");
        keychain().forget(TOKEN);
        assertThat(found(TOKEN)).isEmpty();
    }

    @Test
    default void forgettingLeavesTheOthers() {
        keep(TOKEN, "a-token");
        keep(ANNA, "of-anna");
        keychain().forget(TOKEN);
        assertThat(found(ANNA)).contains("of-anna");
    }

    @Test
    default void whatIsNotThereMayBeForgotten() {
        keychain().forget(TOKEN);
        assertThat(found(TOKEN)).isEmpty();
    }
}
