package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.port.WebhookService.StorageOffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code webhooks/storage-config}. */
final class StorageOfferReader {
    private StorageOfferReader() {}

    static List<StorageOffer> offers(JsonNode json) {
        return Json.list(json).stream().map(StorageOfferReader::offer).toList();
    }

    private static StorageOffer offer(JsonNode node) {
        JsonNode config = node.path("config");
        String type = Json.text(config.path("config_type"))
                .or(() -> Json.text(node.path("provider")))
                .orElse("?");
        Optional<? extends StorageOffer> known = switch (type) {
            case "AWS_TO_S3_STORAGE" ->
                Json.text(config.path("aws_account_id"))
                        .map(AccountId::parse)
                        .flatMap(Parsed::good)
                        .map(account ->
                                new StorageOffer.AwsToS3(account, externalId(config.path("trust_policy_template"))));
            case "GCP_TO_S3_STORAGE" ->
                Json.text(config.path("gcp_service_account_id"))
                        .map(ServiceAccountId::parse)
                        .flatMap(Parsed::good)
                        .map(StorageOffer.GcpToS3::new);
            default -> Optional.empty();
        };
        return known.isPresent() ? known.get() : new StorageOffer.Other(type);
    }

    /** The template comes as an object or as JSON in a text; a placeholder in it is no external ID. */
    private static Optional<ExternalId> externalId(JsonNode template) {
        if (template.isTextual())
            return Json.read(template.textValue().getBytes(StandardCharsets.UTF_8))
                    .flatMap(StorageOfferReader::externalId);
        return template.findValues("sts:ExternalId").stream()
                .flatMap(value -> value.isArray() ? Json.list(value).stream() : Stream.of(value))
                .flatMap(value -> Json.text(value).stream())
                .flatMap(text -> ExternalId.parse(text).good().stream())
                .findFirst();
    }
}
