package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ThoughtSpot's deliveries against the AWS of the sandbox, which enforces trust and permissions. */
class DeliveryTest {
    private static final String ROLE = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";
    private static final String PERMISSIONS = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:PutObject", "s3:PutObjectAcl"],
              "Resource": "arn:aws:s3:::my-company-data-exports/thoughtspot/*"}]}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox = Sandbox.start(SandboxOptions.aws());

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    @Test
    void theTemplateOfStorageConfigIsTrustEnough() throws Exception {
        aws().createRole(template().toString());

        JsonNode answer = validated("thoughtspot/");

        assertThat(answer.path("result_code").asText()).as(answer.toString()).isEqualTo("SUCCESS");
        String key = answer.findPath("object_key").asText();
        assertThat(aws().get("/my-company-data-exports/" + key).statusCode()).isEqualTo(200);
    }

    @Test
    void onGcpTheRoleTrustsTheServiceAccount() throws Exception {
        onGcp();
        aws().createProvider();
        aws().createRole(federated(access().serviceAccount().value()));

        JsonNode answer = validated("thoughtspot/");

        assertThat(answer.path("result_code").asText()).as(answer.toString()).isEqualTo("SUCCESS");
    }

    @Test
    void onGcpAnotherServiceAccountIsRefused() throws Exception {
        onGcp();
        aws().createProvider();
        aws().createRole(federated("100000000000000000001"));

        assertThat(error(validated("thoughtspot/")))
                .startsWith(
                        "failed to assume role '" + ROLE + "': operation error STS: AssumeRoleWithWebIdentity, https")
                .contains("api error AccessDenied: ");
    }

    @Test
    void onGcpATokenOfAnotherSubjectIsRefused() throws Exception {
        onGcp();
        aws().createProvider();
        aws().createRole(federated(access().serviceAccount().value()));
        sandbox.faults().set("google-wrong-sub", "");

        assertThat(error(validated("thoughtspot/"))).contains("AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({"ts-external-id, forged", "ts-external-id-case, ''", "ts-account, 111122223333"})
    void aStrangerIsRefusedByTheTrustPolicy(String fault, String value) throws Exception {
        aws().createRole(template().toString());
        sandbox.faults().set(fault, value);

        assertThat(error(validated("thoughtspot/")))
                .contains("AccessDenied")
                .contains("not authorized to perform: sts:AssumeRole on resource: " + ROLE);
    }

    @Test
    void outsideThePrefixTheUploadIsDenied() throws Exception {
        aws().createRole(template().toString());

        assertThat(error(validated("elsewhere/")))
                .startsWith("failed to upload s3://my-company-data-exports/elsewhere/")
                .contains("AccessDenied")
                .contains("s3:PutObject");
    }

    private void onGcp() {
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.gcp());
    }

    private SandboxAccess access() {
        return sandbox.access();
    }

    private Api thoughtSpot() {
        return new Api(http, access().thoughtSpot(), access().thoughtSpotToken());
    }

    private AwsAdmin aws() {
        return new AwsAdmin(http, access());
    }

    private JsonNode template() {
        ObjectNode config = (ObjectNode)
                thoughtSpot().get("/webhooks/storage-config").body().path(0).path("config");
        return config.path("trust_policy_template");
    }

    private static String federated(String id) {
        return """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Principal": {"Federated": "arn:aws:iam::999888777666:oidc-provider/accounts.google.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {"StringEquals": {"accounts.google.com:sub": "%s", "accounts.google.com:aud": "%s"}}}]}""".formatted(id, id);
    }

    private JsonNode validated(String prefix) throws Exception {
        aws().iam(
                        "PutRolePolicy",
                        Map.of(
                                "RoleName",
                                "thoughtspot-s3-upload",
                                "PolicyName",
                                "upload",
                                "PolicyDocument",
                                PERMISSIONS));
        aws().createBucket("my-company-data-exports");
        boolean gcp = thoughtSpot().get("/webhooks/storage-config").text().contains("GCP_TO_S3_STORAGE");
        String externalId = gcp ? "" : ", 'external_id': 'ts-webhook-x7k9m2p4q1'";
        Api.Reply made = thoughtSpot().post("/webhooks/create", World.webhook("""
                'storage_destination': {'storage_type': 'AWS_S3', 'storage_config': {'aws_s3_config': {
                  'bucket_name': 'my-company-data-exports', 'region': 'us-east-1', 'role_arn': '%s',
                  'path_prefix': '%s'%s}}}""".formatted(ROLE, prefix, externalId)));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return thoughtSpot()
                .post("/system/communication-channels/validate", """
                {'channel_type': 'WEBHOOK', 'channel_identifier': 'Webhook_S3', 'event_type': 'LIVEBOARD_SCHEDULE'}""")
                .body();
    }

    private static String error(JsonNode answer) {
        assertThat(answer.path("result_code").asText()).as(answer.toString()).isEqualTo("PARTIAL_SUCCESS");
        return answer.findPath("error_message").asText();
    }
}
