package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * A resource that CloudFormation made (Template Reference, "Resource and property reference").
 *
 * @param reference what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives
 */
record CloudFormationResource(String reference, Map<String, String> attributes) {
    String attribute(String name) {
        String value = attributes.get(name);
        if (value == null) throw new Misread("no attribute " + name);
        return value;
    }

    static CloudFormationResource make(String type, ObjectNode properties, Account account) {
        return switch (type) {
            case "AWS::S3::Bucket" -> bucket(properties, account);
            case "AWS::S3::BucketPolicy" -> bucketPolicy(properties, account);
            case "AWS::IAM::OIDCProvider" -> provider(properties, account);
            case "AWS::IAM::Role" -> role(properties, account);
            default -> throw new Misread("unknown resource " + type);
        };
    }

    private static CloudFormationResource bucket(ObjectNode properties, Account account) {
        CloudFormation.known(
                properties,
                Set.of(
                        "BucketName",
                        "BucketEncryption",
                        "PublicAccessBlockConfiguration",
                        "OwnershipControls",
                        "Tags"));
        String name = properties.get("BucketName").textValue();
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
        if (!account.region().equals("us-east-1"))
            request.createBucketConfiguration(c -> c.locationConstraint(account.region()));
        account.s3().createBucket(request.build());
        if (properties.has("BucketEncryption")) encrypt(name, properties.get("BucketEncryption"), account);
        JsonNode access = properties.get("PublicAccessBlockConfiguration");
        if (access != null) {
            List<String> settings =
                    List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");
            CloudFormation.known(access, Set.copyOf(settings));
            account.s3()
                    .putPublicAccessBlock(b -> b.bucket(name)
                            .publicAccessBlockConfiguration(c -> c.blockPublicAcls(
                                            access.path(settings.get(0)).asBoolean())
                                    .ignorePublicAcls(
                                            access.path(settings.get(1)).asBoolean())
                                    .blockPublicPolicy(
                                            access.path(settings.get(2)).asBoolean())
                                    .restrictPublicBuckets(
                                            access.path(settings.get(3)).asBoolean())));
        }
        JsonNode ownership = properties.at("/OwnershipControls/Rules/0/ObjectOwnership");
        if (!ownership.isMissingNode())
            account.s3()
                    .putBucketOwnershipControls(b -> b.bucket(name)
                            .ownershipControls(c -> c.rules(OwnershipControlsRule.builder()
                                    .objectOwnership(ownership.asText())
                                    .build())));
        List<software.amazon.awssdk.services.s3.model.Tag> tags = new ArrayList<>();
        properties
                .path("Tags")
                .forEach(tag -> tags.add(software.amazon.awssdk.services.s3.model.Tag.builder()
                        .key(tag.get("Key").textValue())
                        .value(tag.get("Value").textValue())
                        .build()));
        if (!tags.isEmpty()) account.s3().putBucketTagging(b -> b.bucket(name).tagging(t -> t.tagSet(tags)));
        return new CloudFormationResource(name, Map.of());
    }

    private static void encrypt(String bucket, JsonNode encryption, Account account) {
        CloudFormation.known(encryption, Set.of("ServerSideEncryptionConfiguration"));
        JsonNode rule = encryption.at("/ServerSideEncryptionConfiguration/0");
        CloudFormation.known(rule, Set.of("ServerSideEncryptionByDefault", "BucketKeyEnabled"));
        JsonNode kind = rule.get("ServerSideEncryptionByDefault");
        CloudFormation.known(kind, Set.of("SSEAlgorithm", "KMSMasterKeyID"));
        ServerSideEncryptionByDefault.Builder byDefault = ServerSideEncryptionByDefault.builder()
                .sseAlgorithm(kind.get("SSEAlgorithm").textValue());
        if (kind.has("KMSMasterKeyID"))
            byDefault.kmsMasterKeyID(kind.get("KMSMasterKeyID").textValue());
        ServerSideEncryptionRule.Builder whole =
                ServerSideEncryptionRule.builder().applyServerSideEncryptionByDefault(byDefault.build());
        if (rule.has("BucketKeyEnabled"))
            whole.bucketKeyEnabled(rule.get("BucketKeyEnabled").asBoolean());
        account.s3()
                .putBucketEncryption(
                        b -> b.bucket(bucket).serverSideEncryptionConfiguration(c -> c.rules(whole.build())));
    }

    private static CloudFormationResource bucketPolicy(ObjectNode properties, Account account) {
        CloudFormation.known(properties, Set.of("Bucket", "PolicyDocument"));
        String bucket = properties.get("Bucket").textValue();
        String policy = properties.get("PolicyDocument").toString();
        account.s3().putBucketPolicy(b -> b.bucket(bucket).policy(policy));
        return new CloudFormationResource(bucket, Map.of());
    }

    private static CloudFormationResource provider(ObjectNode properties, Account account) {
        CloudFormation.known(properties, Set.of("Url", "ClientIdList", "ThumbprintList", "Tags"));
        List<String> clients = new ArrayList<>();
        properties.path("ClientIdList").forEach(client -> clients.add(client.textValue()));
        String arn = account.iam()
                .createOpenIDConnectProvider(b -> b.url(properties.get("Url").textValue())
                        .clientIDList(clients)
                        .tags(tags(properties)))
                .openIDConnectProviderArn();
        return new CloudFormationResource(arn, Map.of("Arn", arn));
    }

    private static CloudFormationResource role(ObjectNode properties, Account account) {
        CloudFormation.known(
                properties,
                Set.of(
                        "RoleName",
                        "Path",
                        "Description",
                        "MaxSessionDuration",
                        "PermissionsBoundary",
                        "AssumeRolePolicyDocument",
                        "Policies",
                        "Tags"));
        String name = properties.get("RoleName").textValue();
        JsonNode boundary = properties.get("PermissionsBoundary");
        String arn = account.iam()
                .createRole(b -> b.roleName(name)
                        .path(properties.path("Path").asText("/"))
                        .description(properties.path("Description").asText(""))
                        .maxSessionDuration(
                                properties.path("MaxSessionDuration").asInt(3600))
                        .permissionsBoundary(boundary == null ? null : boundary.textValue())
                        .assumeRolePolicyDocument(
                                properties.get("AssumeRolePolicyDocument").toString())
                        .tags(tags(properties)))
                .role()
                .arn();
        for (JsonNode policy : properties.path("Policies")) {
            CloudFormation.known(policy, Set.of("PolicyName", "PolicyDocument"));
            account.iam()
                    .putRolePolicy(b -> b.roleName(name)
                            .policyName(policy.get("PolicyName").textValue())
                            .policyDocument(policy.get("PolicyDocument").toString()));
        }
        return new CloudFormationResource(name, Map.of("Arn", arn));
    }

    private static List<Tag> tags(ObjectNode properties) {
        List<Tag> tags = new ArrayList<>();
        properties
                .path("Tags")
                .forEach(tag -> tags.add(Tag.builder()
                        .key(tag.get("Key").textValue())
                        .value(tag.get("Value").textValue())
                        .build()));
        return tags;
    }
}
