package io.spotdock.sandbox.thoughtspot;

/** @param mixed whether it shows charts and tables side by side, which ThoughtSpot can't export as CSV */
record Liveboard(String id, String name, int org, boolean mixed) {}
