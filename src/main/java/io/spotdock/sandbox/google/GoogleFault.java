package io.spotdock.sandbox.google;

import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.KnownFault;

/** What can go wrong with Google's issuer on request. */
public enum GoogleFault implements KnownFault {
    WRONG_SUB("google-wrong-sub", "ID tokens name another service account as sub"),
    NO_AZP("google-no-azp", "ID tokens carry no azp claim");

    private final String id;
    private final String says;

    GoogleFault(String id, String says) {
        this.id = id;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public FaultValue value() {
        return FaultValue.NONE;
    }
}
