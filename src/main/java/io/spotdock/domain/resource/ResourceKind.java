package io.spotdock.domain.resource;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of thing Spotdock makes or changes, in the order in which they are applied. */
public enum ResourceKind {
    BUCKET("bucket", Group.AMAZON_S3),
    BUCKET_POLICY("bucket-policy", Group.AMAZON_S3),
    IDENTITY_PROVIDER("identity-provider", Group.AWS_IAM),
    ROLE("role", Group.AWS_IAM),
    TRUST_POLICY("trust-policy", Group.AWS_IAM),
    PERMISSIONS_POLICY("permissions-policy", Group.AWS_IAM),
    WEBHOOK("webhook", Group.THOUGHTSPOT),
    CHANNEL("channel", Group.THOUGHTSPOT),
    /** Made for the length of a test only, and part of no plan. */
    SCHEDULE("schedule", Group.THOUGHTSPOT),
    /** Made for the length of a test only, too. */
    TEST_FILE("test-file", Group.AMAZON_S3);

    /** The service that a change belongs to. */
    public enum Group {
        AMAZON_S3,
        AWS_IAM,
        THOUGHTSPOT
    }

    private final String id;
    private final Group group;

    ResourceKind(String id, Group group) {
        this.id = id;
        this.group = group;
    }

    /** The name in events, plans and the journal; never changes. */
    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    public static Optional<ResourceKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
