package io.spotdock.discovery;

/** Where something was found. */
public enum Origin {
    ROLE("role"),
    BUCKET("bucket"),
    WEBHOOK("webhook"),
    /** What ThoughtSpot says of itself. */
    THOUGHTSPOT("thoughtspot");

    private final String id;

    Origin(String id) {
        this.id = id;
    }

    /** The name in the output of programs; never changes. */
    public String id() {
        return id;
    }
}
