package io.spotdock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Tries inputs, each from a seed of its own, and counts them. {@code -Dspotdock.fuzz=N} tries N times as many;
 * {@code -Dspotdock.fuzz.seed=N} tries again the one that failed, alone.
 */
public final class Fuzz implements AutoCloseable {
    /** Of the processor; a busy machine stretches it less than the time of day. What is quadratic goes far beyond. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final long MOST_BYTES = 512L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();
    private final int factor = Integer.getInteger("spotdock.fuzz", 1);
    private final long only = Long.getLong("spotdock.fuzz.seed", -1);

    /** Makes an input and tries it. */
    @FunctionalInterface
    public interface Trial {
        void of(Random random) throws Exception;
    }

    /**
     * Tries inputs; whatever a trial throws is a failure, and so is taking more of the processor or of the heap than any
     * input is worth.
     */
    public void run(String target, int usual, Trial trial) {
        if (only >= 0) {
            one(target, only, trial);
            return;
        }
        for (long seed = 0; seed < (long) usual * factor; seed++) one(target, seed, trial);
    }

    private void one(String target, long seed, Trial trial) {
        count(target);
        // Neighbouring seeds begin alike.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + target.hashCode());
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long time = threads.getCurrentThreadCpuTime();
        try {
            trial.of(random);
            assertThat(threads.getCurrentThreadAllocatedBytes() - bytes)
                    .as("bytes")
                    .isLessThan(MOST_BYTES);
            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - time))
                    .isLessThan(LONGEST);
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError(target + ": -Dspotdock.fuzz.seed=" + seed, e);
        }
    }

    /** Counts one that was tried otherwise. */
    public void count(String target) {
        counts.merge(target, 1, Integer::sum);
    }

    /** Tells how many there were. */
    @Override
    public void close() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "inputs fuzzed: %s; %,d in all%n",
                counts.entrySet().stream()
                        .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", ")),
                all);
    }
}
