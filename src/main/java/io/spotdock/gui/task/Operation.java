package io.spotdock.gui.task;

/** Work under way, or a timer. */
@FunctionalInterface
public interface Operation {
    /** Interrupts the work, or stops the timer; does nothing once it has ended. */
    void cancel();

    Operation NONE = () -> {};
}
