package io.spotdock.sandbox.aws.state;

/** What can go wrong with AWS on request. */
public enum AwsFault {
    PROPAGATION(
            "propagation",
            "=N or =20s: a change of IAM is seen by STS and S3 only after N decisions made without it, or after that time"),
    INVALID_PRINCIPAL_LAG(
            "invalid-principal-lag", "=N: the next N trust policies are refused with \"Invalid principal in policy\""),
    THROTTLE("throttle", "=N: the next N calls are answered with Throttling or SlowDown"),
    ERROR("error", "=N: the next N calls are answered with an internal error"),
    DROP("drop", "=N: the next N changes are made, but the connection is closed without an answer"),
    DROP_BEFORE("drop-before", "=N: the next N connections are closed before anything is done"),
    DENY("deny", "=ACTION[,ACTION...]: a policy denies these to the customer's administrator"),
    SCP("scp", "=ACTION[,ACTION...]: the organisation denies these to the customer's account"),
    CLOCK_SKEW("clock-skew", "=20m or =-20m: AWS's clock is ahead of or behind the client's"),
    KMS("kms", "new buckets are encrypted with a KMS key whose policy lets nobody but the administrator use it"),
    DENY_BUCKET_POLICY("deny-bucket-policy", "every bucket has a policy of someone else's that denies s3:PutObject"),
    FOREIGN_BUCKET("foreign-bucket", "=NAME: a bucket of that name belongs to another account"),
    PLAIN_HTTP("plain-http", "aws:SecureTransport is false, as over plain HTTP; otherwise loopback counts as TLS"),
    SLOW("slow", "=MILLIS: every call takes that much longer");

    private final String id;
    private final String says;

    AwsFault(String id, String says) {
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
