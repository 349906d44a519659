package io.spotdock.domain.policy;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Partition;
import java.util.Optional;

/** The documents ThoughtSpot's delivery needs, and nothing more. */
public final class ThoughtSpotPolicies {
    /** The {@code Sid} of the statement that {@link #tlsOnly} makes, by which it is found again. */
    public static final String TLS_ONLY_SID = "SpotdockTlsOnly";

    private ThoughtSpotPolicies() {}

    /** Who may assume the role; {@code customer} is the account the role is in. */
    public static PolicyDocument trust(Hosting hosting, Partition partition, AccountId customer) {
        throw new UnsupportedOperationException();
    }

    /** What the role may do: two actions under one prefix, and the key's use where there is one. */
    public static PolicyDocument permissions(
            Partition partition, BucketName bucket, KeyPrefix prefix, Optional<KmsKeyArn> kmsKey) {
        throw new UnsupportedOperationException();
    }

    /** A bucket policy's statement that refuses connections without TLS. */
    public static Statement tlsOnly(Partition partition, BucketName bucket) {
        throw new UnsupportedOperationException();
    }
}
