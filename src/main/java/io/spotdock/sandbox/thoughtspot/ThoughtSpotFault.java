package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.KnownFault;
import java.util.Optional;

/** What can go wrong with ThoughtSpot on request. */
public enum ThoughtSpotFault implements KnownFault {
    OLD_CLUSTER("ts-old-cluster", "a cluster before 26.7: no storage-config, no status of a webhook", FaultValue.NONE),
    RELEASE(
            "ts-release",
            "=VERSION: the cluster is of this release, such as 26.3, and has what that has",
            FaultValue.RELEASE),
    NO_WEBHOOKS("ts-no-webhooks", "webhooks are switched off, whatever the release", FaultValue.NONE),
    REJECT_TOKEN("ts-reject-token", "every token is refused with 401", FaultValue.NONE),
    EXPIRE_TOKEN("ts-expire-token", "=N: the Nth call finds that its token has run out; it stays so", FaultValue.COUNT),
    MFA("ts-mfa", "multi-factor authentication: log-in with a password is refused", FaultValue.NONE),
    ACCOUNT(
            "ts-account",
            "=ID: ThoughtSpot calls AWS from this account, not the one it names in storage-config",
            FaultValue.ACCOUNT_ID),
    EXTERNAL_ID(
            "ts-external-id", "=VALUE: ThoughtSpot sends this external ID, not the webhook's", FaultValue.EXTERNAL_ID),
    EXTERNAL_ID_CASE(
            "ts-external-id-case",
            "ThoughtSpot sends the external ID with upper and lower case swapped",
            FaultValue.NONE),
    THROTTLE("ts-throttle", "=N: the next N requests are answered with 429", FaultValue.COUNT),
    ERROR("ts-error", "=N: the next N requests are answered with a proxy's 502 or 503 page", FaultValue.COUNT),
    DROP(
            "ts-drop",
            "=N: the next N requests are carried out, but the connection is closed without an answer",
            FaultValue.COUNT),
    DROP_BEFORE("ts-drop-before", "=N: the next N connections are closed before anything is done", FaultValue.COUNT),
    HTML("ts-html", "every request is answered with a log-in page instead of JSON", FaultValue.NONE),
    PENDING("ts-pending", "=N: the history shows each job as PENDING in its first N looks", FaultValue.COUNT),
    NO_VALIDATE("ts-no-validate", "validate and the job history do not exist, as before 26.4", FaultValue.NONE),
    KEEP_SCHEDULE("ts-keep-schedule", "=N: the next N deletions of a schedule are refused with 403", FaultValue.COUNT),
    EMPTY_FILE("ts-empty-file", "files of Liveboards are delivered empty", FaultValue.NONE),
    CREATE_204("ts-create-204", "creating a webhook answers 204 without a body", FaultValue.NONE),
    SIGN_BASE64(
            "ts-sign-base64",
            "signatures of calls are written in Base64 instead of hexadecimal digits",
            FaultValue.NONE),
    RECEIVER("receiver", "=500, =401, =redirect, =slow or =refused: what the webhook's URL answers", FaultValue.ANSWER);

    private final String id;
    private final String says;
    private final FaultValue value;

    ThoughtSpotFault(String id, String says, FaultValue value) {
        this.id = id;
        this.says = says;
        this.value = value;
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
        return value;
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

    boolean takeLast(Faults faults) {
        return faults.takeLast(id);
    }
}
