package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class StorageConfigTest {
    @Test
    void onAwsItNamesTheAccountAndAnExternalId() {
        try (World world = World.onAws()) {
            JsonNode answer = world.admin.get("/webhooks/storage-config").body();

            assertThat(answer.size()).isEqualTo(1);
            JsonNode config = answer.path(0).path("config");
            assertThat(config.path("config_type").asText()).isEqualTo("AWS_TO_S3_STORAGE");
            assertThat(config.path("aws_account_id").asText()).isEqualTo("123456789012");
            JsonNode statement =
                    config.path("trust_policy_template").path("Statement").path(0);
            assertThat(statement
                            .path("Condition")
                            .path("StringEquals")
                            .path("sts:ExternalId")
                            .asText())
                    .isEqualTo(FakeAws.EXTERNAL_ID);
            assertThat(statement.path("Principal").path("AWS").asText()).isEqualTo("arn:aws:iam::123456789012:root");
        }
    }

    @Test
    void onGcpItNamesTheServiceAccountAndOffersGoogleStorageToo() {
        try (World world = World.onGcp()) {
            JsonNode answer = world.admin.get("/webhooks/storage-config").body();

            JsonNode config = answer.path(0).path("config");
            assertThat(config.path("config_type").asText()).isEqualTo("GCP_TO_S3_STORAGE");
            assertThat(config.path("gcp_service_account_id").asText()).isEqualTo("115663769112811637952");
            assertThat(config.path("oidc_provider").asText()).isEqualTo("accounts.google.com");
            assertThat(config.findPath("StringEquals").size()).isEqualTo(1);
            assertThat(answer.path(1).path("provider").asText()).isEqualTo("GCP_GCS");
            assertThat(answer.path(1).path("config").path("config_type").asText())
                    .isEqualTo("GCP_TO_GCS_STORAGE");
        }
    }

    @Test
    void anOldClusterHasNone() {
        try (World world = World.onAws()) {
            world.faults.set("ts-old-cluster", "");

            assertThat(world.admin.get("/webhooks/storage-config").status()).isEqualTo(404);
        }
    }
}
