package io.spotdock.check;

/** How a check knows what it says, from weakest to strongest. */
public enum Strength {
    /** Worked out from the documents, by rule. */
    EVALUATED("evaluated"),
    /** Read from AWS or ThoughtSpot. */
    OBSERVED("observed"),
    /** Done with the operator's own sign-in. */
    PERFORMED_HERE("performed-here"),
    /** The real thing. */
    PERFORMED_BY_THOUGHTSPOT("performed-by-thoughtspot");

    private final String id;

    Strength(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
