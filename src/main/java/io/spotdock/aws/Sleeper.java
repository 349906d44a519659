package io.spotdock.aws;

import java.time.Duration;

/** How to wait; given from outside, so that tests never do. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
}
