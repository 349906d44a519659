package io.spotdock.service;

import java.time.Duration;

/** The only place where Spotdock waits, so that tests never do. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;

    Sleeper REAL = Thread::sleep;
}
