package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.Faults;
import java.util.Optional;

/** What can go wrong with ThoughtSpot on request. */
public enum ThoughtSpotFault {
    OLD_CLUSTER("ts-old-cluster", "a cluster before 26.7: no storage-config, no status of a webhook"),
    REJECT_TOKEN("ts-reject-token", "every token is refused with 401"),
    MFA("ts-mfa", "multi-factor authentication: log-in with a password is refused"),
    ACCOUNT("ts-account", "=ID: ThoughtSpot calls AWS from this account, not the one it names in storage-config"),
    EXTERNAL_ID("ts-external-id", "=VALUE: ThoughtSpot sends this external ID, not the webhook's"),
    EXTERNAL_ID_CASE("ts-external-id-case", "ThoughtSpot sends the external ID with upper and lower case swapped"),
    THROTTLE("ts-throttle", "=N: the next N requests are answered with 429"),
    ERROR("ts-error", "=N: the next N requests are answered with a proxy's 502 or 503 page"),
    DROP("ts-drop", "=N: the next N requests are carried out, but the connection is closed without an answer"),
    DROP_BEFORE("ts-drop-before", "=N: the next N connections are closed before anything is done"),
    HTML("ts-html", "every request is answered with a log-in page instead of JSON"),
    NO_VALIDATE("ts-no-validate", "a cluster before 26.4: validate and the job history do not exist"),
    CREATE_204("ts-create-204", "creating a webhook answers 204 without a body"),
    RECEIVER("receiver", "=500, =slow or =refused: what the webhook's URL answers");

    private final String id;
    private final String says;

    ThoughtSpotFault(String id, String says) {
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

    boolean isOn(Faults faults) {
        return faults.isOn(id);
    }

    Optional<String> value(Faults faults) {
        return faults.value(id);
    }

    boolean takeOne(Faults faults) {
        return faults.takeOne(id);
    }
}
