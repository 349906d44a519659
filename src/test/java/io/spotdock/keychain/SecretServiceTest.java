package io.spotdock.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.keychain.StandInSecretService.Person;
import io.spotdock.port.Keychain;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Over a bus of the test's own. {@code src/test/sh/keychain.sh} does the same with GNOME's service. */
@DisabledOnOs(OS.WINDOWS)
class SecretServiceTest implements KeychainContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private StandInSecretService service;

    @SuppressWarnings("NullAway.Init")
    private Keychain keychain;

    @BeforeEach
    void start() throws Exception {
        service = StandInSecretService.start(folder);
        keychain = at(StandInSecretService.address(folder));
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    private static Keychain at(String address) {
        return new SystemKeychain("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", address));
    }

    @Override
    public Keychain keychain() {
        return keychain;
    }

    private static Fault refused(ThrowingCallable call) {
        FailureException thrown = catchThrowableOfType(FailureException.class, call);
        assertThat(thrown.failure()).isInstanceOf(Failure.Invalid.class);
        return ((Failure.Invalid) thrown.failure()).fault();
    }

    @Test
    void aLockedKeychainIsUnlockedByThePersonWhoIsAsked() {
        keep(TOKEN, "a-token");
        service.lock(Person.UNLOCKS);
        assertThat(found(TOKEN)).contains("a-token");
    }

    @Test
    void oneThatStaysLockedIsNotTakenForEmpty() {
        keep(TOKEN, "a-token");
        service.lock(Person.DISMISSES);
        Fault locked = Fault.of("fault.keychain.locked");
        assertThat(refused(() -> keychain.find(TOKEN))).isEqualTo(locked);
        assertThat(refused(() -> keep(ANNA, "of-anna"))).isEqualTo(locked);
        assertThat(refused(() -> keychain.forget(TOKEN))).isEqualTo(locked);
        service.lock(Person.UNLOCKS);
        assertThat(found(TOKEN)).contains("a-token");
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndTheQuestionIsTakenBack() throws Exception {
        keep(TOKEN, "a-token");
        service.lock(Person.STAYS_AWAY);
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                keychain.find(TOKEN);
                cancelled.complete(false);
            } catch (CancellationException _) {
                cancelled.complete(Thread.currentThread().isInterrupted());
            } catch (RuntimeException e) {
                cancelled.completeExceptionally(e);
            }
        });
        assertThat(service.asked.await(30, TimeUnit.SECONDS)).isTrue();
        asking.interrupt();
        assertThat(cancelled.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(service.takenBack.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aKeychainWithoutAKeyringSaysSo() {
        service.loseItsCollection();
        assertThat(refused(() -> keep(TOKEN, "a-token"))).isEqualTo(Fault.of("fault.keychain.no-collection"));
    }

    @Test
    void aBusOnWhichNothingKeepsSecretsIsNoKeychain(@TempDir Path elsewhere) throws Exception {
        try (EmbeddedDBusDaemon _ = StandInSecretService.bus(elsewhere)) {
            Keychain none = at(StandInSecretService.address(elsewhere));
            assertThat(refused(() -> none.find(TOKEN))).isEqualTo(Fault.of("fault.keychain.no-service"));
        }
    }

    @Test
    void aBusThatIsGoneIsNone() {
        Keychain gone = at("unix:path=" + folder.resolve("no-such-bus"));
        assertThat(refused(() -> gone.find(TOKEN))).isEqualTo(Fault.of("fault.keychain.no-bus"));
    }
}
