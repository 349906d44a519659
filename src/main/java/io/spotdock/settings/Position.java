package io.spotdock.settings;

/** A place in a settings file; both count from 1. */
public record Position(int line, int column) {}
