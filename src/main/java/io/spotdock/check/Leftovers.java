package io.spotdock.check;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.port.Buckets;
import io.spotdock.port.Objects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test files that were written, or may have been, and are not removed yet. However a test ends, they go: with the
 * operator's own rights, so it may turn out that they can't. Thread-safe.
 */
public final class Leftovers {
    /** Hears of each file before it may be there, and when it is gone, so that a crash in between leaves none unknown. */
    public interface Watch {
        Watch NONE = new Watch() {};

        default void mayBe(ObjectKey key) {}

        default void gone(ObjectKey key) {}

        /** ThoughtSpot is about to write a file, under a name of its own. */
        default void awaited() {}

        /** The name is known by now, or there is no such file. */
        default void arrived() {}
    }

    private final Watch watch;
    private final Map<ObjectKey, Optional<Objects.Written>> there = new LinkedHashMap<>();

    public Leftovers(Watch watch) {
        this.watch = watch;
    }

    /** A file may be there of that key. */
    synchronized void mayBe(ObjectKey key) {
        watch.mayBe(key);
        there.put(key, Optional.empty());
    }

    /** ThoughtSpot is about to write a file, under a name of its own. */
    void awaited() {
        watch.awaited();
    }

    /** The name is known by now, or there is no such file. */
    void arrived() {
        watch.arrived();
    }

    /** A file is there. */
    synchronized void wrote(Objects.Written file) {
        there.put(file.key(), Optional.of(file));
    }

    /** What is known of a file that is there. */
    synchronized Optional<Objects.Written> known(ObjectKey key) {
        return there.getOrDefault(key, Optional.empty());
    }

    synchronized void removed(ObjectKey key) {
        there.remove(key);
        watch.gone(key);
    }

    private synchronized Map<ObjectKey, Optional<Objects.Written>> all() {
        return new LinkedHashMap<>(there);
    }

    /** Removes what is there, and says what it could not remove. */
    public List<ObjectKey> remove(Objects objects, Buckets.Located bucket) {
        Map<ObjectKey, Optional<Objects.Written>> files = all();
        List<ObjectKey> left = remove(objects, bucket, files);
        files.keySet().stream().filter(key -> !left.contains(key)).forEach(watch::gone);
        return left;
    }

    /** Tries again with what an earlier test could not remove. */
    public static List<ObjectKey> removeAgain(Objects objects, Buckets.Located bucket, List<ObjectKey> keys) {
        Map<ObjectKey, Optional<Objects.Written>> files = new LinkedHashMap<>();
        keys.forEach(key -> files.put(key, Optional.empty()));
        return remove(objects, bucket, files);
    }

    /** The results of a test after files are gone that its checks had to leave. */
    public static List<CheckResult> settled(List<CheckResult> results, List<ObjectKey> gone) {
        return results.stream()
                .map(result -> gone.stream()
                        .filter(key -> Removal.left(result, key))
                        .findFirst()
                        .map(key -> result.passed(Fault.of("check.delivery.removed.yes", key)))
                        .orElse(result))
                .toList();
    }

    private static List<ObjectKey> remove(
            Objects objects, Buckets.Located bucket, Map<ObjectKey, Optional<Objects.Written>> files) {
        Removal removal = new Removal(objects, bucket);
        return files.entrySet().stream()
                .filter(file -> !isGone(removal, file.getKey(), file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isGone(Removal removal, ObjectKey key, Optional<Objects.Written> file) {
        try {
            return switch (removal.remove(key, file)) {
                case Removal.Outcome.Gone _ -> true;
                case Removal.Outcome.StillThere _ -> false;
            };
        } catch (FailureException _) {
            return false;
        }
    }
}
