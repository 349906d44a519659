package io.spotdock.domain.resource;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import java.util.Optional;

/**
 * Where a webhook's files go. Bucket, region and role are text, because what stands registered may be wrong.
 *
 * @param externalId named by an AWS-hosted ThoughtSpot, absent for a GCP-hosted one
 */
public record StorageDestination(
        String bucket, String region, String roleArn, Optional<ExternalId> externalId, KeyPrefix prefix) {
    private static final String GOOGLE = "gs://";

    /** One in Google Cloud Storage, which is in no other respect like one in S3; shown by its address. */
    public static StorageDestination ofGoogle(String bucket) {
        return new StorageDestination(GOOGLE + bucket, "", "", Optional.empty(), KeyPrefix.NONE);
    }

    public boolean isGoogles() {
        return bucket.startsWith(GOOGLE);
    }
}
