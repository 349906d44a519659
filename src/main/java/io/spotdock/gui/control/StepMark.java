package io.spotdock.gui.control;

/** How a step stands in the rail. */
public enum StepMark {
    TODO,
    CURRENT,
    DONE,
    /** Works, but wants a look. */
    LOOK,
    FAULT
}
