package io.spotdock.sandbox.aws.state;

import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.Faults;
import java.time.Instant;

/** How late a change of IAM is seen by others. */
public sealed interface Propagation {
    record AtOnce() implements Propagation {}

    /** After so many attempts were decided without it. */
    record Attempts(int count) implements Propagation {}

    record Until(Instant instant) implements Propagation {}

    /** As the fault {@code propagation} wants it. */
    static Propagation of(Faults faults, Instant now) {
        return faults.value(AwsFault.PROPAGATION.id())
                .<Propagation>map(value -> value.matches("[0-9]+")
                        ? new Attempts(Integer.parseInt(value))
                        : new Until(now.plus(FaultValue.duration(value))))
                .orElseGet(AtOnce::new);
    }
}
