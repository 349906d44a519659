package io.spotdock.sandbox.control;

/** Something that can be made to go wrong. */
public interface KnownFault {
    /** The name by which it is switched on. */
    String id();

    /** What it does, after {@code =} and the value it takes where it takes one. */
    String says();

    FaultValue value();
}
