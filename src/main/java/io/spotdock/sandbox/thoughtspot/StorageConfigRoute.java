package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.wire.Exchange;
import java.util.List;

/** {@code /webhooks/storage-config}: what a customer must let in; since 26.7. */
final class StorageConfigRoute {
    private final SandboxOptions options;

    StorageConfigRoute(SandboxOptions options) {
        this.options = options;
    }

    List<Route> routes() {
        return List.of(Route.reading("GET", "/webhooks/storage-config", Route.WEBHOOKS, this::answer));
    }

    private Exchange.Answer answer(Route.Request request) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        if (options.gcpHosted()) {
            fromGcp(entry(answer, "AWS_S3"));
            gcs(entry(answer, "GCP_GCS"));
        } else fromAws(entry(answer, "AWS_S3"));
        return Replies.ok(answer);
    }

    private static ObjectNode entry(ArrayNode list, String provider) {
        return list.addObject()
                .put("storage_type", "OBJECT_STORAGE")
                .put("provider", provider)
                .putObject("config");
    }

    private void fromAws(ObjectNode config) {
        String account = options.thoughtSpotAccount().value();
        config.put("config_type", "AWS_TO_S3_STORAGE").put("aws_account_id", account);
        ObjectNode statement = statement(config, "sts:AssumeRole");
        statement.putObject("Principal").put("AWS", "arn:aws:iam::" + account + ":root");
        equal(statement).put("sts:ExternalId", options.externalId().value());
        instruct(
                config,
                "Create an IAM role in your AWS account with the trust policy above.",
                "Keep the external ID exactly as it is.",
                "Allow the role s3:PutObject and s3:PutObjectAcl on the bucket.");
    }

    /** The template tests {@code sub} only; the guide for S3 asks for {@code aud} as well. */
    private void fromGcp(ObjectNode config) {
        String id = options.serviceAccount().value();
        config.put("config_type", "GCP_TO_S3_STORAGE").put("gcp_service_account_id", id);
        config.put("oidc_provider", "accounts.google.com");
        ObjectNode statement = statement(config, "sts:AssumeRoleWithWebIdentity");
        statement
                .putObject("Principal")
                .put("Federated", "arn:aws:iam::<YOUR_AWS_ACCOUNT_ID>:oidc-provider/accounts.google.com");
        equal(statement).put("accounts.google.com:sub", id);
        instruct(
                config,
                "Create an OIDC identity provider for accounts.google.com in your AWS account.",
                "Create an IAM role with the trust policy above.",
                "Allow the role s3:PutObject and s3:PutObjectAcl on the bucket.");
    }

    private static void gcs(ObjectNode config) {
        config.put("config_type", "GCP_TO_GCS_STORAGE");
        config.put("service_account_email", "thoughtspot-delivery@sandbox.iam.gserviceaccount.com");
        config.put("required_role", "roles/iam.serviceAccountTokenCreator");
        instruct(config, "Grant the role to ThoughtSpot's service account on a service account of yours.");
    }

    private static ObjectNode statement(ObjectNode config, String action) {
        ObjectNode template = config.putObject("trust_policy_template").put("Version", "2012-10-17");
        return template.putArray("Statement").addObject().put("Effect", "Allow").put("Action", action);
    }

    private static ObjectNode equal(ObjectNode statement) {
        return statement.putObject("Condition").putObject("StringEquals");
    }

    private static void instruct(ObjectNode config, String... steps) {
        ArrayNode list = config.putArray("setup_instructions");
        for (String step : steps) list.add(step);
    }
}
