package io.spotdock.service;

import io.spotdock.check.CheckResult;
import io.spotdock.check.Delivery;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Outcome;
import java.time.Duration;

/** A fact about an operation, with its subject: a resource or a check. */
public sealed interface Event {
    /** The subject of reading everything back after an apply. */
    String VERIFY = "verify";

    /** The subject of looking for deliveries. */
    String DELIVERIES = "deliveries";

    /** For example {@code role thoughtspot-s3-upload} or {@code bucket.exists}. */
    String subject();

    record Started(String subject) implements Event {}

    /**
     * It has to be tried again, or its time has not come.
     *
     * @param attempt the one that just failed, from 1; 0 where it only waits for the time of the first
     * @param next when the next one is made
     */
    record Waiting(String subject, int attempt, Duration next, Fault why) implements Event {}

    record Finished(String subject, Outcome outcome) implements Event {}

    /** A check has ended. */
    record Checked(CheckResult result) implements Event {
        @Override
        public String subject() {
            return result.id();
        }
    }

    /** A delivery was found, or is found further than before. */
    record Delivered(Delivery delivery) implements Event {
        @Override
        public String subject() {
            return delivery.id();
        }
    }

    /** Whoever listens; called on the thread that asked for the work, one event after the other, and must not block. */
    @FunctionalInterface
    interface Sink {
        void accept(Event event);

        Sink NONE = _ -> {};
    }
}
