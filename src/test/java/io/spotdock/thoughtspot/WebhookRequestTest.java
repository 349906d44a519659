package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {
    private static final SecretReference REFERENCE = new SecretReference.Environment("X");

    @Test
    void theGuidesSettingsMakeTheGuidesRequest() {
        assertThat(WebhookRequest.document(Samples.WANTED, reference -> "<" + reference + ">"))
                .isEqualTo("""
                        {
                          "name" : "Webhook_S3",
                          "description" : "Liveboard exports to S3",
                          "url" : "https://api.example.com/thoughtspot/webhook",
                          "url_params" : {
                            "key" : "value"
                          },
                          "events" : [ "LIVEBOARD_SCHEDULE" ],
                          "authentication" : {
                            "BEARER_TOKEN" : "<env:RECEIVER_TOKEN>"
                          },
                          "storage_destination" : {
                            "storage_type" : "AWS_S3",
                            "storage_config" : {
                              "aws_s3_config" : {
                                "bucket_name" : "my-company-data-exports",
                                "region" : "us-east-1",
                                "role_arn" : "arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
                                "external_id" : "ts-webhook-x7k9m2p4q1",
                                "path_prefix" : "thoughtspot/"
                              }
                            }
                          }
                        }
                        """);
    }

    @Test
    void whatIsNotWantedIsNotSent() {
        assertThat(WebhookRequest.create(Samples.bare(), _ -> "?")).isEqualTo(json("""
                {"name": "Webhook_S3", "url": "https://api.example.com/thoughtspot/webhook",
                 "events": ["LIVEBOARD_SCHEDULE"]}"""));
    }

    @Test
    void everyFieldThatIsWantedIsSent() {
        assertThat(WebhookRequest.create(Samples.full(), SecretReference::toString))
                .isEqualTo(json("""
                {"name": "Webhook_S3", "description": "All of it", "url": "https://api.example.com/thoughtspot/webhook",
                 "url_params": {"a": "1", "b": "2"}, "events": ["LIVEBOARD_SCHEDULE"],
                 "authentication": {"OAUTH2": {"authorization_url": "https://id.example.com/token",
                   "client_id": "client", "client_secret": "file:/secret"}},
                 "signature_verification": {"type": "HMAC_SHA256", "header": "X-Signature", "algorithm": "SHA256",
                   "secret": "env:SIGNING_KEY"},
                 "additional_headers": [{"key": "X-Team", "value": "data"}],
                 "storage_destination": {"storage_type": "AWS_S3", "storage_config": {"aws_s3_config": {
                   "bucket_name": "my-company-data-exports", "region": "us-east-1",
                   "role_arn": "arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
                   "external_id": "ts-webhook-x7k9m2p4q1", "path_prefix": "thoughtspot/"}}},
                 "status": "DISABLED"}"""));
    }

    @Test
    void eachWayToSignInHasItsDocumentedShape() {
        assertThat(authentication(new WebhookAuthentication.ApiKey("X-Key", Optional.of(REFERENCE))))
                .isEqualTo(json("""
                        {"API_KEY": {"key": "X-Key", "value": "s"}}"""));
        assertThat(authentication(new WebhookAuthentication.Basic("u", Optional.of(REFERENCE))))
                .isEqualTo(json("""
                        {"BASIC_AUTH": {"username": "u", "password": "s"}}"""));
    }

    @Test
    void aGcpHostedClusterIsSentNoExternalId() {
        StorageDestination storage = new StorageDestination("b", "r", "a", Optional.empty(), KeyPrefix.NONE);
        Webhook wanted = new Webhook(
                Optional.empty(),
                "n",
                "u",
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.of(storage),
                Optional.of(true));
        assertThat(WebhookRequest.create(wanted, _ -> "?")
                        .at("/storage_destination/storage_config/aws_s3_config")
                        .properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("bucket_name", "region", "role_arn");
    }

    @Test
    void anUpdateNamesOnlyTheFieldsThatChange() {
        assertThat(WebhookRequest.update(Samples.WANTED, Set.of(WebhookField.URL), _ -> "?"))
                .isEqualTo(json("{\"url\": \"https://api.example.com/thoughtspot/webhook\"}"));
    }

    @Test
    void anUpdateClearsWhatIsNoLongerWanted() {
        assertThat(WebhookRequest.update(Samples.bare(), EnumSet.allOf(WebhookField.class), _ -> "?"))
                .isEqualTo(json("""
                        {"name": "Webhook_S3", "url": "https://api.example.com/thoughtspot/webhook", "description": "",
                         "url_params": {}, "additional_headers": [], "status": "ENABLED",
                         "reset_options": ["AUTHENTICATION", "SIGNATURE_VERIFICATION", "STORAGE_DESTINATION"]}"""));
    }

    @Test
    void aSecretThatThoughtSpotRedactedCannotBeSentBack() {
        Webhook read = WebhookReader.webhook(json(Samples.STORED)).orElseThrow();
        assertThat(Scripted.failure(() -> WebhookRequest.create(read, _ -> "?")))
                .isEqualTo(new Failure.Invalid("webhook.authentication", Fault.of("fault.webhook-secret.missing"), ""));
    }

    @Test
    void aWebhookReadBackIsTheOneWantedButForItsSecret() {
        Webhook read = WebhookReader.webhook(json(Samples.STORED)).orElseThrow();
        assertThat(read)
                .isEqualTo(new Webhook(
                        Optional.of("w1"),
                        Samples.WANTED.name(),
                        Samples.WANTED.url(),
                        Samples.WANTED.description(),
                        Samples.WANTED.urlParams(),
                        new WebhookAuthentication.BearerToken(Optional.empty()),
                        Optional.empty(),
                        Map.of(),
                        Samples.WANTED.storage(),
                        Optional.empty()));
    }

    @Test
    void aRegisteredValueThatIsNotLegalStillShowsAsADifference() {
        Webhook read = WebhookReader.webhook(json(Samples.STORED
                        .replace("\"thoughtspot/\"", "\"/exports*\"")
                        .replace("ts-webhook-x7k9m2p4q1", "has space ")))
                .orElseThrow();
        StorageDestination storage = read.storage().orElseThrow();
        assertThat(storage.prefix()).isNotEqualTo(KeyPrefix.NONE).hasToString("%2Fexports%2a");
        assertThat(storage.externalId().orElseThrow()).hasToString("has=20space=20");
    }

    @Test
    void aDestinationInGoogleCloudIsNoneInS3() {
        Webhook read = WebhookReader.webhook(json("""
                        {"id": "w", "name": "n", "storage_destination": {"storage_type": "GCP_GCS", "storage_config":
                          {"aws_s3_config": null, "gcp_gcs_config": {"bucket_name": "b"}}}}""")).orElseThrow();
        assertThat(read.storage().orElseThrow().bucket()).isEqualTo("gs://b");
    }

    private static JsonNode authentication(WebhookAuthentication authentication) {
        return WebhookRequest.create(Samples.with(authentication), _ -> "s").path("authentication");
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
