package io.spotdock.gui.control;

/** Words to click on, and what happens then. */
public record Action(String text, Runnable run) {}
