package io.spotdock.sandbox.aws.state;

import java.util.regex.Pattern;

/** What can go wrong with AWS on request. */
public enum AwsFault {
    PROPAGATION(
            "propagation",
            "=N or =20s: a change of IAM is seen by STS and S3 only after N decisions made without it, or after that time",
            "[0-9]{1,9}|[0-9]+[smhSMH]|PT.+"),
    INVALID_PRINCIPAL_LAG(
            "invalid-principal-lag",
            "=N: the next N trust policies are refused with \"Invalid principal in policy\"",
            "[0-9]{0,9}"),
    THROTTLE("throttle", "=N: the next N calls are answered with Throttling or SlowDown", "[0-9]{0,9}"),
    ERROR("error", "=N: the next N calls are answered with an internal error", "[0-9]{0,9}"),
    DROP("drop", "=N: the next N changes are made, but the connection is closed without an answer", "[0-9]{0,9}"),
    DROP_BEFORE("drop-before", "=N: the next N connections are closed before anything is done", "[0-9]{0,9}"),
    DENY("deny", "=ACTION[,ACTION...]: a policy denies these to the customer's administrator", "[A-Za-z0-9*?:, -]+"),
    SCP("scp", "=ACTION[,ACTION...]: the organisation denies these to the customer's account", "[A-Za-z0-9*?:, -]+"),
    CLOCK_SKEW(
            "clock-skew", "=20m or =-20m: AWS's clock is ahead of or behind the client's", "-?([0-9]+[smhSMH]|PT.+)"),
    KMS("kms", "new buckets are encrypted with a KMS key whose policy lets nobody but the administrator use it", ".*"),
    DENY_BUCKET_POLICY(
            "deny-bucket-policy", "every bucket has a policy of someone else's that denies s3:PutObject", ".*"),
    FOREIGN_BUCKET("foreign-bucket", "=NAME: a bucket of that name belongs to another account", "[a-z0-9.-]{3,63}"),
    PLAIN_HTTP(
            "plain-http", "aws:SecureTransport is false, as over plain HTTP; otherwise loopback counts as TLS", ".*"),
    SLOW("slow", "=MILLIS: every call takes that much longer", "[0-9]{1,9}");

    private final String id;
    private final String says;
    private final Pattern value;

    AwsFault(String id, String says, String value) {
        this.id = id;
        this.says = says;
        this.value = Pattern.compile(value);
    }

    /** The name by which it is switched on. */
    public String id() {
        return id;
    }

    public String says() {
        return says;
    }

    /** @throws IllegalArgumentException for a value that means nothing to this fault */
    public void check(String given) {
        if (!value.matcher(given).matches())
            throw new IllegalArgumentException("fault " + id + says + ", not =" + given);
    }
}
