package io.spotdock.domain.policy;

import java.util.Collection;

/** How long documents may be; white space is not counted (IAM User Guide, "IAM and AWS STS quotas"). */
public final class PolicyLimits {
    /** A role's trust policy, unless the quota was raised. */
    public static final int TRUST = 2048;

    /** A role's trust policy with the quota raised as far as it goes. */
    public static final int TRUST_RAISED = 4096;

    /** All inline policies of a role together. */
    public static final int INLINE_OF_A_ROLE = 10_240;

    /** One managed policy. */
    public static final int MANAGED = 6_144;

    /** A bucket policy: 20 KB (Amazon S3 User Guide, "Bucket policies"). */
    public static final int BUCKET = 20_480;

    private PolicyLimits() {}

    /** What AWS counts of a document: its characters without white space. */
    public static int size(PolicyDocument document) {
        return (int) PolicyJson.compact(document)
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .count();
    }

    public static int size(Collection<PolicyDocument> documents) {
        return documents.stream().mapToInt(PolicyLimits::size).sum();
    }
}
