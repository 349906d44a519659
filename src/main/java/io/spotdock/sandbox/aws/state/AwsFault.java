package io.spotdock.sandbox.aws.state;

import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.KnownFault;

/** What can go wrong with AWS on request. */
public enum AwsFault implements KnownFault {
    PROPAGATION(
            "propagation",
            "=N or =20s: a change of IAM is seen by STS and S3 only after N decisions made without it, or after that"
                    + " time",
            FaultValue.DELAY),
    INVALID_PRINCIPAL_LAG(
            "invalid-principal-lag",
            "=N: the next N trust policies are refused with \"Invalid principal in policy\"",
            FaultValue.COUNT),
    THROTTLE("throttle", "=N: the next N calls are answered with Throttling or SlowDown", FaultValue.COUNT),
    ERROR("error", "=N: the next N calls are answered with an internal error", FaultValue.COUNT),
    DROP("drop", "=N: the next N changes are made, but the connection is closed without an answer", FaultValue.COUNT),
    DROP_BEFORE("drop-before", "=N: the next N connections are closed before anything is done", FaultValue.COUNT),
    DENY("deny", "=ACTION[,ACTION...]: a policy denies these to the customer's administrator", FaultValue.ACTIONS),
    SCP("scp", "=ACTION[,ACTION...]: the organisation denies these to the customer's account", FaultValue.ACTIONS),
    CLOCK_SKEW("clock-skew", "=20m or =-20m: AWS's clock is ahead of or behind the client's", FaultValue.TIME),
    KMS(
            "kms",
            "new buckets are encrypted with a KMS key whose policy lets nobody but the administrator use it",
            FaultValue.NONE),
    KMS_DISABLED("kms-disabled", "every KMS key that is not AWS's own is disabled", FaultValue.NONE),
    DENY_BUCKET_POLICY(
            "deny-bucket-policy",
            "every bucket has a policy of someone else's that denies s3:PutObject",
            FaultValue.NONE),
    FOREIGN_BUCKET("foreign-bucket", "=NAME: a bucket of that name belongs to another account", FaultValue.BUCKET_NAME),
    PLAIN_HTTP(
            "plain-http",
            "aws:SecureTransport is false, as over plain HTTP; otherwise loopback counts as TLS",
            FaultValue.NONE),
    EXPIRE(
            "expire",
            "=N: the Nth call with a user's session (GetSessionToken) finds that it has run out; it stays so",
            FaultValue.COUNT),
    EVENT_DELAY(
            "event-delay",
            "=15m: CloudTrail shows a call only after that time, as AWS does within 15 minutes",
            FaultValue.TIME),
    EVENT_RATE(
            "event-rate", "LookupEvents is answered twice a second and throttled beyond, as AWS does", FaultValue.NONE),
    SLOW("slow", "=MILLIS: every call takes that much longer", FaultValue.MILLIS);

    private final String id;
    private final String says;
    private final FaultValue value;

    AwsFault(String id, String says, FaultValue value) {
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
}
