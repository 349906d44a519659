package io.spotdock.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.port.Keychain;
import io.spotdock.port.Keychain.Availability.Absent;
import io.spotdock.port.Keychain.Availability.Available;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemKeychainTest {
    private static SystemKeychain on(String system, Map<String, String> environment) {
        return new SystemKeychain(system, environment);
    }

    @Test
    void eachSystemsKeychainHasItsName() {
        assertThat(on("Linux", Map.of()).name()).isEqualTo(Fault.of("keychain.unix"));
        assertThat(on("Mac OS X", Map.of()).name()).isEqualTo(Fault.of("keychain.mac"));
        assertThat(on("Windows 11", Map.of()).name()).isEqualTo(Fault.of("keychain.windows"));
    }

    @Test
    void aServerWithoutASessionBusHasNoneAndSaysWhy() {
        Keychain none = on("Linux", Map.of());
        assertThat(none.availability()).isEqualTo(new Absent(Fault.of("fault.keychain.no-bus")));
        assertThatThrownBy(() -> none.find(KeychainContract.TOKEN)).isInstanceOf(FailureException.class);
        try (Secret secret = Secret.of("a-token")) {
            assertThatThrownBy(() -> none.keep(KeychainContract.TOKEN, secret)).isInstanceOf(FailureException.class);
        }
    }

    @Test
    void theBusIsFoundWhereItUsuallyIs(@TempDir Path folder) throws Exception {
        Keychain usual = on("Linux", Map.of("XDG_RUNTIME_DIR", folder.toString()));
        assertThat(usual.availability()).isInstanceOf(Absent.class);
        Files.createFile(folder.resolve("bus"));
        assertThat(usual.availability()).isEqualTo(new Available());
    }

    @Test
    void aBusThatJavaDoesNotReachIsNamedByItsKind() {
        for (String address : List.of("unix:abstract=/tmp/dbus-8mY,guid=1f", "tcp:host=127.0.0.1,port=4711"))
            assertThat(on("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", address)).availability())
                    .isEqualTo(new Absent(Fault.of("fault.keychain.other-bus", address.split("=", 2)[0])));
        String several = "unix:abstract=/tmp/dbus-8mY;unix:path=/run/user/1000/bus,guid=1f";
        assertThat(on("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", several)).availability())
                .isEqualTo(new Available());
    }

    /** What is called on the systems that have them can be tried there only; here, that they aren't. */
    @Test
    @DisabledOnOs({OS.MAC, OS.WINDOWS})
    void theKeychainsOfOtherSystemsAreNotThere() {
        for (String system : List.of("Mac OS X", "Windows 11"))
            assertThatThrownBy(() -> on(system, Map.of()).find(KeychainContract.TOKEN))
                    .isInstanceOf(FailureException.class);
    }
}
