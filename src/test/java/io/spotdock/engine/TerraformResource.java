package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.engine.HclSyntax.Body;
import io.spotdock.engine.HclSyntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * A resource of Terraform's AWS provider, made with the arguments and defaults of its documentation; one that is imported
 * is looked up by its import ID, and then brought to what the arguments say.
 */
final class TerraformResource {
    private static final List<String> META = List.of("count", "depends_on");

    private final Account account;
    private final HclScope scope;
    private final Body body;
    private final Optional<String> importId;

    TerraformResource(Account account, HclScope scope, Body body, Optional<String> importId) {
        this.account = account;
        this.scope = scope;
        this.body = body;
        this.importId = importId;
    }

    /** Makes it, and returns its attributes. */
    ObjectNode make(String type) {
        return switch (type) {
            case "aws_s3_bucket" -> bucket();
            case "aws_s3_bucket_public_access_block" -> publicAccess();
            case "aws_s3_bucket_ownership_controls" -> ownership();
            case "aws_s3_bucket_server_side_encryption_configuration" -> encryption();
            case "aws_s3_bucket_policy" -> bucketPolicy();
            case "aws_iam_openid_connect_provider" -> provider();
            case "aws_iam_role" -> role();
            case "aws_iam_role_policy" -> rolePolicy();
            default -> throw new Misread("unknown resource " + type);
        };
    }

    private ObjectNode bucket() {
        knows(List.of("bucket", "tags"), List.of());
        String name = text("bucket");
        imported(name, id -> account.s3().headBucket(b -> b.bucket(id)));
        if (importId.isEmpty()) {
            CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
            if (!account.region().equals("us-east-1"))
                request.createBucketConfiguration(c -> c.locationConstraint(account.region()));
            account.s3().createBucket(request.build());
        }
        List<software.amazon.awssdk.services.s3.model.Tag> tags = new ArrayList<>();
        tags().forEach((key, value) -> tags.add(software.amazon.awssdk.services.s3.model.Tag.builder()
                .key(key)
                .value(value)
                .build()));
        if (!tags.isEmpty()) account.s3().putBucketTagging(b -> b.bucket(name).tagging(t -> t.tagSet(tags)));
        return attributes("id", name)
                .put("bucket", name)
                .put("arn", "arn:" + account.partition() + ":s3:::" + name)
                .put("region", account.region());
    }

    private ObjectNode publicAccess() {
        List<String> settings =
                List.of("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets");
        knows(with(settings, "bucket"), List.of());
        String bucket = text("bucket");
        imported(bucket, id -> account.s3().getPublicAccessBlock(b -> b.bucket(id)));
        account.s3()
                .putPublicAccessBlock(b -> b.bucket(bucket)
                        .publicAccessBlockConfiguration(c -> c.blockPublicAcls(truth(settings.get(0)))
                                .ignorePublicAcls(truth(settings.get(1)))
                                .blockPublicPolicy(truth(settings.get(2)))
                                .restrictPublicBuckets(truth(settings.get(3)))));
        return attributes("id", bucket);
    }

    private ObjectNode ownership() {
        knows(List.of("bucket"), List.of("rule"));
        String bucket = text("bucket");
        String ownership = scope.text(
                body.only("rule").knows(List.of("object_ownership"), List.of()).attribute("object_ownership"));
        imported(bucket, id -> account.s3().getBucketOwnershipControls(b -> b.bucket(id)));
        account.s3()
                .putBucketOwnershipControls(b -> b.bucket(bucket)
                        .ownershipControls(c -> c.rules(OwnershipControlsRule.builder()
                                .objectOwnership(ownership)
                                .build())));
        return attributes("id", bucket);
    }

    private ObjectNode encryption() {
        knows(List.of("bucket"), List.of("rule"));
        String bucket = text("bucket");
        String byDefault = "apply_server_side_encryption_by_default";
        Body rule = body.only("rule").knows(List.of("bucket_key_enabled"), List.of(byDefault));
        Body kind = rule.only(byDefault).knows(List.of("sse_algorithm", "kms_master_key_id"), List.of());
        ServerSideEncryptionByDefault.Builder builder =
                ServerSideEncryptionByDefault.builder().sseAlgorithm(scope.text(kind.attribute("sse_algorithm")));
        kind.optional("kms_master_key_id").ifPresent(key -> builder.kmsMasterKeyID(scope.text(key)));
        ServerSideEncryptionRule.Builder whole =
                ServerSideEncryptionRule.builder().applyServerSideEncryptionByDefault(builder.build());
        rule.optional("bucket_key_enabled").ifPresent(on -> whole.bucketKeyEnabled(scope.truth(on)));
        imported(bucket, id -> account.s3().getBucketEncryption(b -> b.bucket(id)));
        account.s3()
                .putBucketEncryption(
                        b -> b.bucket(bucket).serverSideEncryptionConfiguration(c -> c.rules(whole.build())));
        return attributes("id", bucket);
    }

    private ObjectNode bucketPolicy() {
        knows(List.of("bucket", "policy"), List.of());
        String bucket = text("bucket");
        String policy = text("policy");
        imported(bucket, id -> account.s3().getBucketPolicy(b -> b.bucket(id)));
        account.s3().putBucketPolicy(b -> b.bucket(bucket).policy(policy));
        return attributes("id", bucket);
    }

    private ObjectNode provider() {
        knows(List.of("url", "client_id_list", "thumbprint_list", "tags"), List.of());
        List<String> clients = texts(body.attribute("client_id_list"));
        String url = text("url");
        if (importId.isPresent()) {
            var there = account.iam().getOpenIDConnectProvider(b -> b.openIDConnectProviderArn(importId.get()));
            if (!url.equals("https://" + there.url()) || !clients.equals(there.clientIDList()))
                throw new Misread("imported, it would be changed: " + there);
            return attributes("arn", importId.get());
        }
        return attributes(
                "arn",
                account.iam()
                        .createOpenIDConnectProvider(
                                b -> b.url(url).clientIDList(clients).tags(iamTags()))
                        .openIDConnectProviderArn());
    }

    private ObjectNode role() {
        knows(
                List.of(
                        "name",
                        "path",
                        "description",
                        "max_session_duration",
                        "permissions_boundary",
                        "assume_role_policy",
                        "tags"),
                List.of());
        String name = text("name");
        String path = body.optional("path").map(scope::text).orElse("/");
        String description = body.optional("description").map(scope::text).orElse("");
        int seconds = body.optional("max_session_duration")
                .map(value -> scope.value(value).asInt())
                .orElse(3600);
        Optional<String> boundary = body.optional("permissions_boundary")
                .map(scope::value)
                .filter(value -> !value.isNull())
                .map(JsonNode::textValue);
        String trust = text("assume_role_policy");
        String arn;
        if (importId.isPresent()) {
            imported(name, id -> account.iam().getRole(b -> b.roleName(id)));
            var there = account.iam().getRole(b -> b.roleName(name)).role();
            if (!there.path().equals(path)) throw new Misread("imported, it would be made anew: " + there);
            account.iam()
                    .updateRole(b -> b.roleName(name).description(description).maxSessionDuration(seconds));
            account.iam().updateAssumeRolePolicy(b -> b.roleName(name).policyDocument(trust));
            boundary.ifPresentOrElse(
                    policy -> account.iam()
                            .putRolePermissionsBoundary(b -> b.roleName(name).permissionsBoundary(policy)),
                    () -> {
                        if (there.permissionsBoundary() != null)
                            account.iam().deleteRolePermissionsBoundary(b -> b.roleName(name));
                    });
            if (!there.tags().isEmpty())
                account.iam()
                        .untagRole(b -> b.roleName(name)
                                .tagKeys(there.tags().stream().map(Tag::key).toList()));
            if (!iamTags().isEmpty())
                account.iam().tagRole(b -> b.roleName(name).tags(iamTags()));
            arn = there.arn();
        } else {
            arn = account.iam()
                    .createRole(b -> b.roleName(name)
                            .path(path)
                            .description(description)
                            .maxSessionDuration(seconds)
                            .permissionsBoundary(boundary.orElse(null))
                            .assumeRolePolicyDocument(trust)
                            .tags(iamTags()))
                    .role()
                    .arn();
        }
        return attributes("arn", arn).put("name", name).put("id", name);
    }

    private ObjectNode rolePolicy() {
        knows(List.of("name", "role", "policy"), List.of());
        String role = text("role");
        String name = text("name");
        imported(
                role + ":" + name,
                _ -> account.iam().getRolePolicy(b -> b.roleName(role).policyName(name)));
        account.iam().putRolePolicy(b -> b.roleName(role).policyName(name).policyDocument(text("policy")));
        return attributes("id", role + ":" + name);
    }

    /** @param wanted what the arguments come to; another import ID would be of another resource */
    private void imported(String wanted, java.util.function.Consumer<String> look) {
        importId.ifPresent(id -> {
            if (!id.equals(wanted)) throw new Misread("the import of " + id + " is not of " + wanted);
            look.accept(id);
        });
    }

    private void knows(List<String> attributes, List<String> blocks) {
        body.knows(with(attributes, META.toArray(String[]::new)), blocks);
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private String text(String name) {
        return scope.text(body.attribute(name));
    }

    /** False is the provider's default. */
    private boolean truth(String name) {
        return body.optional(name).map(scope::truth).orElse(false);
    }

    private List<String> texts(Expression list) {
        List<String> texts = new ArrayList<>();
        scope.value(list).forEach(member -> texts.add(member.textValue()));
        return texts;
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new java.util.TreeMap<>();
        body.optional("tags")
                .ifPresent(value -> scope.value(value)
                        .properties()
                        .forEach(entry ->
                                tags.put(entry.getKey(), entry.getValue().textValue())));
        return tags;
    }

    private List<Tag> iamTags() {
        List<Tag> tags = new ArrayList<>();
        tags().forEach((key, value) ->
                tags.add(Tag.builder().key(key).value(value).build()));
        return tags;
    }

    private static ObjectNode attributes(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }
}
