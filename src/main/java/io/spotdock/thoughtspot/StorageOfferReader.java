package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.port.WebhookService.StorageOffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        TrustTemplate template = TrustTemplate.of(config.path("trust_policy_template"));
        Optional<? extends StorageOffer> known = switch (type) {
            case "AWS_TO_S3_STORAGE" ->
                told(config, "aws_account_id", AccountId::parse)
                        .or(template::account)
                        .map(account -> new StorageOffer.AwsToS3(account, template.externalId()));
            case "GCP_TO_S3_STORAGE" ->
                told(config, "gcp_service_account_id", ServiceAccountId::parse)
                        .or(template::serviceAccount)
                        .map(StorageOffer.GcpToS3::new);
            default -> Optional.empty();
        };
        return known.isPresent() ? known.get() : new StorageOffer.Other(type);
    }

    private static <T> Optional<T> told(JsonNode config, String member, Function<String, Parsed<T>> parse) {
        return Json.text(config.path(member)).map(parse).flatMap(Parsed::good);
    }
}
