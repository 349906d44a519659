package io.spotdock.service.fleet;

import io.spotdock.check.Once;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was found out under each key: once, a failure as well. Other keys don't wait meanwhile. Thread-safe. */
final class Kept<K, V> {
    private final Map<K, Once<V>> found = new ConcurrentHashMap<>();

    /**
     * What stands under a key.
     *
     * @throws RuntimeException whatever finding it out threw, to all who ask
     */
    V of(K key, Function<K, V> find) {
        Once<V> once = found.computeIfAbsent(key, _ -> new Once<>(() -> find.apply(key)));
        try {
            return once.get();
        } catch (CancellationException e) {
            // That was the one who asked first, not what was asked for.
            found.remove(key, once);
            throw e;
        }
    }

    /** Forgets failures, so that they are tried again. */
    void forgetFailures() {
        found.values().removeIf(once -> value(once).isEmpty());
    }

    /** What was found, without the failures. */
    List<V> values() {
        return found.values().stream().flatMap(once -> value(once).stream()).toList();
    }

    private static <V> Optional<V> value(Once<V> once) {
        try {
            return Optional.of(once.get());
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
