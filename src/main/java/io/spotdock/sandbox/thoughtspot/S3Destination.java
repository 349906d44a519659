package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where a webhook's files go. */
record S3Destination(String bucket, String region, String roleArn, Optional<String> externalId, String prefix) {
    static Optional<S3Destination> of(JsonNode storageDestination) {
        JsonNode config = storageDestination.path("storage_config").path("aws_s3_config");
        if (!config.isObject()) return Optional.empty();
        return Optional.of(new S3Destination(
                config.path("bucket_name").asText(),
                config.path("region").asText(),
                config.path("role_arn").asText(),
                Optional.ofNullable(config.get("external_id")).map(JsonNode::asText),
                config.path("path_prefix").asText("")));
    }
}
