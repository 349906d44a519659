package io.spotdock.thoughtspot;

import java.time.Duration;

/** Waits between two attempts. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}
