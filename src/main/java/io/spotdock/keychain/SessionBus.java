package io.spotdock.keychain;

import io.spotdock.port.Keychain.Availability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where the session bus is: as {@code DBUS_SESSION_BUS_ADDRESS} says, else at its usual place in {@code XDG_RUNTIME_DIR}
 * (D-Bus Specification, "Server Addresses" and "Well-known Message Bus Instances"). Java's own sockets reach those with a
 * path in the file system, and no abstract ones (JEP 380).
 */
record SessionBus(Map<String, String> environment) {
    SessionBus {
        environment = Map.copyOf(environment);
    }

    Availability availability() {
        if (address().isPresent()) return new Availability.Available();
        String named = named();
        return new Availability.Absent(named.isEmpty() ? Refusal.NO_BUS.fault() : Refusal.OTHER_BUS.fault(kind(named)));
    }

    /** Empty when there is none that can be reached. */
    Optional<String> address() {
        String named = named();
        if (!named.isEmpty())
            return Arrays.stream(named.split(";"))
                    .filter(one -> one.startsWith("unix:") && one.contains("path="))
                    .findFirst();
        String folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path usual = Path.of(folder, "bus");
        return folder.isEmpty() || !Files.exists(usual) ? Optional.empty() : Optional.of("unix:path=" + usual);
    }

    private String named() {
        return environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
    }

    /** How it is reached, without the numbers that follow. */
    private static String kind(String address) {
        return address.split("=", 2)[0];
    }
}
