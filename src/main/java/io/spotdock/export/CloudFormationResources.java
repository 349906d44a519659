package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.Role;
import io.spotdock.export.CloudFormation.Condition;
import java.util.Map;
import java.util.TreeMap;

/** What the template makes. */
final class CloudFormationResources {
    static final String ROLE = "Role";

    private static final String BUCKET = "Bucket";
    private static final String PROVIDER = "IdentityProvider";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Blueprint blueprint;
    private final Template template;

    CloudFormationResources(Template template) {
        this.blueprint = template.blueprint();
        this.template = template;
    }

    ObjectNode all() {
        ObjectNode resources = JSON.objectNode();
        blueprint.bucket().ifPresent(bucket -> resources.set(BUCKET, bucket(bucket)));
        template.bucketPolicy().ifPresent(policy -> resources.set("BucketPolicy", bucketPolicy(policy)));
        blueprint.provider().ifPresent(provider -> resources.set(PROVIDER, provider(provider)));
        resources.set(ROLE, role());
        return resources;
    }

    private static ObjectNode bucket(Bucket bucket) {
        ObjectNode resource = lasting("AWS::S3::Bucket");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("BucketName", Intrinsics.reference(Parameter.BUCKET_NAME));
        Bucket.Protection protection = bucket.protection();
        ObjectNode rule = properties
                .putObject("BucketEncryption")
                .putArray("ServerSideEncryptionConfiguration")
                .addObject();
        ObjectNode byDefault = rule.putObject("ServerSideEncryptionByDefault");
        boolean kms = protection.kmsKey().isPresent() || protection.awsManagedKey();
        byDefault.put("SSEAlgorithm", kms ? "aws:kms" : "AES256");
        if (protection.kmsKey().isPresent())
            byDefault.set("KMSMasterKeyID", Intrinsics.reference(Parameter.KMS_KEY_ARN));
        rule.put("BucketKeyEnabled", kms);
        properties.set("PublicAccessBlockConfiguration", S3Forms.publicAccess(protection.publicAccessBlocked()));
        properties.set("OwnershipControls", S3Forms.ownership(protection.ownership()));
        tag(properties, bucket.tags());
        return resource;
    }

    private static ObjectNode bucketPolicy(JsonNode policy) {
        ObjectNode resource = lasting("AWS::S3::BucketPolicy");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("Bucket", Intrinsics.reference(BUCKET));
        properties.set("PolicyDocument", Intrinsics.filled(policy));
        return resource;
    }

    private static ObjectNode provider(IdentityProvider provider) {
        ObjectNode resource =
                lasting("AWS::IAM::OIDCProvider").put("Condition", Condition.MAKES_IDENTITY_PROVIDER.toString());
        ObjectNode properties = resource.putObject("Properties").put("Url", "https://" + GoogleProvider.HOST);
        properties.putArray("ClientIdList").add(Intrinsics.reference(Parameter.SERVICE_ACCOUNT_ID));
        tag(properties, provider.tags());
        return resource;
    }

    private ObjectNode role() {
        Role role = blueprint.role();
        ObjectNode resource = JSON.objectNode().put("Type", "AWS::IAM::Role");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("RoleName", Intrinsics.reference(Parameter.ROLE_NAME));
        properties
                .put("Path", role.arn().path())
                .put("Description", role.description())
                .put("MaxSessionDuration", role.maxSession().toSeconds());
        properties.set(
                "PermissionsBoundary",
                Intrinsics.choose(
                        Condition.HAS_PERMISSIONS_BOUNDARY.toString(),
                        Intrinsics.reference(Parameter.PERMISSIONS_BOUNDARY),
                        Intrinsics.reference("AWS::NoValue")));
        properties.set("AssumeRolePolicyDocument", trust());
        ObjectNode policy = properties.putArray("Policies").addObject().put("PolicyName", blueprint.policyName());
        policy.set("PolicyDocument", Intrinsics.filled(template.permissions()));
        tag(properties, role.tags());
        return resource;
    }

    /** Names the provider by reference, so that it is made before the role, where it is made here. */
    private JsonNode trust() {
        JsonNode trust = Intrinsics.filled(template.trust());
        if (blueprint.provider().isPresent())
            trust.get("Statement").forEach(statement -> {
                ObjectNode principal = statement.withObject("/Principal");
                principal.set(
                        "Federated",
                        Intrinsics.choose(
                                Condition.MAKES_IDENTITY_PROVIDER.toString(),
                                Intrinsics.reference(PROVIDER),
                                principal.get("Federated")));
            });
        return trust;
    }

    /**
     * What outlives the stack: delivered files, what protects them, and a provider that others may have come to rely on.
     * Of a stack that failed to come up nothing stays.
     */
    private static ObjectNode lasting(String type) {
        return JSON.objectNode()
                .put("Type", type)
                .put("DeletionPolicy", "RetainExceptOnCreate")
                .put("UpdateReplacePolicy", "Retain");
    }

    private static void tag(ObjectNode properties, Map<String, String> tags) {
        if (tags.isEmpty()) return;
        ArrayNode list = properties.putArray("Tags");
        new TreeMap<>(tags)
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
    }
}
