package io.spotdock.cli;

/** What commands are served by; wired by {@code app}. */
public record Rooms(ExternalIds externalIds) {}
