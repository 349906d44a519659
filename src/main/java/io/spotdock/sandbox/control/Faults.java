package io.spotdock.sandbox.control;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is to go wrong, by name and value; may be changed while the sandbox runs. Thread-safe. {@link Sandbox#knownFaults()}
 * lists them, and {@code spotdock sandbox --help} prints that.
 */
public final class Faults {
    private final Map<String, String> byName = new ConcurrentHashMap<>();
    private final Gate gate = new Gate();

    /** For what has to go wrong at one call and no other. */
    public Gate gate() {
        return gate;
    }

    /** Switches a fault on; {@code value} may be empty. */
    public void set(String name, String value) {
        byName.put(name, value);
    }

    public void clear(String name) {
        byName.remove(name);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public boolean isOn(String name) {
        return byName.containsKey(name);
    }

    /** Uses up one of a counted fault, such as {@code throttle=3}; true while some are left. */
    public boolean takeOne(String name) {
        boolean[] taken = {false};
        byName.computeIfPresent(name, (_, value) -> {
            int left = value.isEmpty() ? 1 : Integer.parseInt(value);
            taken[0] = left > 0;
            return left > 1 ? String.valueOf(left - 1) : null;
        });
        return taken[0];
    }

    /** The same, but true for the last one alone: what goes wrong at the Nth time, and not before. */
    public synchronized boolean takeLast(String name) {
        return takeOne(name) && !isOn(name);
    }
}
