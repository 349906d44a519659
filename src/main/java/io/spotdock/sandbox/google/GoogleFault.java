package io.spotdock.sandbox.google;

/** What can go wrong with Google's issuer on request. */
public enum GoogleFault {
    WRONG_SUB("google-wrong-sub", "ID tokens name another service account as sub"),
    NO_AZP("google-no-azp", "ID tokens carry no azp claim");

    private final String id;
    private final String says;

    GoogleFault(String id, String says) {
        this.id = id;
        this.says = says;
    }

    /** The name by which it is switched on. */
    public String id() {
        return id;
    }

    public String says() {
        return says;
    }
}
