package io.spotdock.thoughtspot;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import java.util.Map;
import java.util.Optional;

/** The webhook of ThoughtSpot's guide, and ThoughtSpot's answers about it. */
final class Samples {
    static final StorageDestination STORAGE = new StorageDestination(
            "my-company-data-exports",
            "us-east-1",
            "arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
            Optional.of(new ExternalId("ts-webhook-x7k9m2p4q1")),
            new KeyPrefix("thoughtspot/"));

    static final Webhook WANTED = new Webhook(
            Optional.empty(),
            "Webhook_S3",
            "https://api.example.com/thoughtspot/webhook",
            Optional.of("Liveboard exports to S3"),
            Map.of("key", "value"),
            new WebhookAuthentication.BearerToken(Optional.of(new SecretReference.Environment("RECEIVER_TOKEN"))),
            Optional.empty(),
            Map.of(),
            Optional.of(STORAGE),
            Optional.empty());

    static final String STORED = """
            {"id": "w1", "name": "Webhook_S3", "description": "Liveboard exports to S3",
             "org": {"id": "0", "name": "Primary"}, "url": "https://api.example.com/thoughtspot/webhook",
             "url_params": {"key": "value"}, "events": ["LIVEBOARD_SCHEDULE"],
             "authentication": {"API_KEY": null, "BASIC_AUTH": null, "BEARER_TOKEN": "***", "OAUTH2": null},
             "signature_verification": null, "additional_headers": null,
             "creation_time_in_millis": 1785750000000, "modification_time_in_millis": 1785750000000,
             "created_by": {"id": "u1", "name": "tsadmin"}, "last_modified_by": null,
             "storage_destination": {"storage_type": "AWS_S3", "storage_config": {"aws_s3_config": {
               "bucket_name": "my-company-data-exports", "region": "us-east-1",
               "role_arn": "arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
               "external_id": "ts-webhook-x7k9m2p4q1", "path_prefix": "thoughtspot/"}, "gcp_gcs_config": null}},
             "status": null}""";

    static final String NONE_LISTED = """
            {"webhooks": [], "pagination": {"record_offset": 0, "record_size": 50, "total_count": 0, "has_more": false}}""";

    static final String LISTED = """
            {"webhooks": [%s], "pagination": {"record_offset": 0, "record_size": 50, "total_count": 1, "has_more": false}}""".formatted(STORED);

    static final String OFFERS = """
            [{"storage_type": "OBJECT_STORAGE", "provider": "AWS_S3", "config": {"config_type": "AWS_TO_S3_STORAGE",
               "aws_account_id": "123456789012", "trust_policy_template": {"Version": "2012-10-17", "Statement": [
                 {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole",
                  "Condition": {"StringEquals": {"sts:ExternalId": "ts-webhook-x7k9m2p4q1"}}}]}}},
             {"storage_type": "OBJECT_STORAGE", "provider": "AWS_S3", "config": {"config_type": "GCP_TO_S3_STORAGE",
               "gcp_service_account_id": "115663769112811637952", "oidc_provider": "accounts.google.com"}},
             {"storage_type": "OBJECT_STORAGE", "provider": "GCP_GCS", "config": {"config_type": "GCP_TO_GCS_STORAGE",
               "service_account_email": "a@b.iam.gserviceaccount.com"}}]""";

    static final String CHANNELS = """
            {"cluster_preferences": [{"event_type": "LIVEBOARD_SCHEDULE", "channels": ["EMAIL"]}],
             "org_preferences": [{"org": {"id": "0", "name": "Primary"},
               "preferences": [{"event_type": "LIVEBOARD_SCHEDULE", "channels": ["EMAIL", "WEBHOOK"]}]}]}""";

    static final String VALIDATED = """
            {"channel_type": "WEBHOOK", "channel_id": "w1", "channel_name": "Webhook_S3",
             "event_type": "LIVEBOARD_SCHEDULE", "job_id": "j1", "result_code": "SUCCESS", "details": [
               {"validation_step": "STORAGE_FILE_UPLOAD_CHECK", "status": "SUCCESS", "aws_s3_info": {
                 "bucket_name": "my-company-data-exports", "file_name": "v.csv", "object_key": "thoughtspot/v.csv"}},
               {"validation_step": "HTTP_CONNECTION_CHECK", "status": "SUCCESS", "http_status": 200}]}""";

    static final String FAILED_VALIDATION = """
            {"channel_type": "WEBHOOK", "channel_id": "w1", "event_type": "LIVEBOARD_SCHEDULE", "job_id": "j1",
             "result_code": "FAILED", "details": [
               {"validation_step": "STORAGE_FILE_UPLOAD_CHECK", "status": "FAILED",
                "error_message": "AccessDenied: not authorized to perform: sts:AssumeRole"},
               {"validation_step": "HTTP_CONNECTION_CHECK", "status": "FAILED", "http_status": 500}]}""";

    static final String DELETED = """
            {"deleted_count": 1, "failed_count": 0, "deleted_webhooks": [%s], "failed_webhooks": []}""".formatted(STORED);

    /** As published, with a delivery beside the validation. */
    static final String JOBS = """
            {"jobs": [
              {"id": "n.validation-0a1b", "status": "FAILED", "creation_time_in_millis": 1785750000000,
               "event": {"type": "LIVEBOARD_SCHEDULE", "id": "validation-w1", "name": null, "run_id": null},
               "recipients": null, "try_count": 1,
               "detail": "STORAGE_FILE_UPLOAD_CHECK (bucket: my-webhook-files): failed to assume role 'arn:aws:iam::1:role/r'"},
              {"id": "n.2c3d", "status": "SUCCESS", "creation_time_in_millis": 1785750600000.0,
               "event": {"type": "LIVEBOARD_SCHEDULE", "identifier": "s1", "run_id": "r1"},
               "recipients": [{"type": "USER", "id": "u1", "name": "tsadmin", "email": "a@example.com"}],
               "detail": "", "try_count": "2"}]}""";

    static final String SCHEDULES = """
            [{"id": "s1", "name": "Weekly sales", "status": "SCHEDULED", "file_format": "PDF",
              "author": {"id": "u1", "name": "tsadmin"}, "creation_time_in_millis": 1785750000000,
              "metadata": {"id": "l1", "name": "Sales Overview", "type": "LIVEBOARD"},
              "frequency": {"cron_expression": {"second": "0", "minute": "5", "hour": "10"}}, "history_runs": null}]""";

    static final String ERROR = """
            {"error": {"message": {"code": 13003, "incident_id_guid": "0a1b-incident", "trace_id_guid": "9f-trace",
             "debug": "%s"}}}""";

    private Samples() {}

    static String error(String said) {
        return ERROR.formatted(said);
    }

    static Webhook with(WebhookAuthentication authentication) {
        return new Webhook(
                WANTED.serverId(),
                WANTED.name(),
                WANTED.url(),
                WANTED.description(),
                WANTED.urlParams(),
                authentication,
                WANTED.signature(),
                WANTED.headers(),
                WANTED.storage(),
                WANTED.enabled());
    }

    /** Everything but the name and URL left out. */
    static Webhook bare() {
        return new Webhook(
                Optional.empty(),
                "Webhook_S3",
                "https://api.example.com/thoughtspot/webhook",
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Everything that can be named. */
    static Webhook full() {
        return new Webhook(
                Optional.empty(),
                "Webhook_S3",
                "https://api.example.com/thoughtspot/webhook",
                Optional.of("All of it"),
                Map.of("b", "2", "a", "1"),
                new WebhookAuthentication.OAuth2(
                        "https://id.example.com/token", "client", Optional.of(new SecretReference.File("/secret"))),
                Optional.of(new WebhookSignature(
                        "X-Signature", Optional.of(new SecretReference.Environment("SIGNING_KEY")))),
                Map.of("X-Team", "data"),
                Optional.of(STORAGE),
                Optional.of(false));
    }
}
