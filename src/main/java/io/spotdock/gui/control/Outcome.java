package io.spotdock.gui.control;

/** How a progress line ends, or that it has not. */
public enum Outcome {
    RUNNING,
    PASSED,
    FAILED
}
