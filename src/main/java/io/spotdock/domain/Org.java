package io.spotdock.domain;

/** An Org of a ThoughtSpot cluster; 0 is the primary Org. */
public record Org(int id, String name) {}
