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
        String bucket, String region, String roleArn, Optional<ExternalId> externalId, KeyPrefix prefix) {}
