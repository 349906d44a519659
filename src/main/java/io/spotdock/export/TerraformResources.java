package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.Role;
import io.spotdock.export.Hcl.Body;
import io.spotdock.export.Hcl.Code;
import io.spotdock.export.Hcl.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the module makes. */
final class TerraformResources {
    private static final String BUCKET_ID = "aws_s3_bucket.delivery.id";

    private final Blueprint blueprint;
    private final Template template;

    TerraformResources(Template template) {
        this.blueprint = template.blueprint();
        this.template = template;
    }

    /** The resources by their addresses in the module. */
    enum Address {
        BUCKET("aws_s3_bucket", "delivery"),
        PUBLIC_ACCESS("aws_s3_bucket_public_access_block", "delivery"),
        OWNERSHIP("aws_s3_bucket_ownership_controls", "delivery"),
        ENCRYPTION("aws_s3_bucket_server_side_encryption_configuration", "delivery"),
        BUCKET_POLICY("aws_s3_bucket_policy", "delivery"),
        PROVIDER("aws_iam_openid_connect_provider", "google"),
        ROLE("aws_iam_role", "thoughtspot"),
        ROLE_POLICY("aws_iam_role_policy", "thoughtspot");

        private final String type;
        private final String name;

        Address(String type, String name) {
            this.type = type;
            this.name = name;
        }

        @Override
        public String toString() {
            return type + "." + name;
        }
    }

    Body main() {
        Body main = new Body().block("data", List.of("aws_partition", "current"), new Body());
        if (blueprint.provider().isPresent()) main.block("data", List.of("aws_caller_identity", "current"), new Body());
        blueprint.bucket().ifPresentOrElse(bucket -> bucket(main, bucket), () -> existingBucket(main));
        blueprint.provider().ifPresent(provider -> provider(main, provider));
        role(main);
        return main;
    }

    private static void existingBucket(Body main) {
        main.comment("The bucket is there already, and stays as it is.")
                .block(
                        "data",
                        List.of("aws_s3_bucket", "delivery"),
                        new Body().refer("bucket", Terraform.variable(Parameter.BUCKET_NAME)));
    }

    private void bucket(Body main, Bucket bucket) {
        Bucket.Protection protection = bucket.protection();
        main.comment("Destroying it fails as long as there are files in it.");
        Body body = new Body().refer("bucket", Terraform.variable(Parameter.BUCKET_NAME));
        resource(main, Address.BUCKET, tagged(body, bucket.tags()));
        String blocked = String.valueOf(protection.publicAccessBlocked());
        main.comment("What AWS sets for a new bucket anyway; said here, it stays so.");
        resource(
                main,
                Address.PUBLIC_ACCESS,
                new Body()
                        .refer("bucket", BUCKET_ID)
                        .refer("block_public_acls", blocked)
                        .refer("ignore_public_acls", blocked)
                        .refer("block_public_policy", blocked)
                        .refer("restrict_public_buckets", blocked));
        Body ownership = new Body().set("object_ownership", S3Forms.name(protection.ownership()));
        resource(main, Address.OWNERSHIP, new Body().refer("bucket", BUCKET_ID).block("rule", List.of(), ownership));
        encryption(main, protection);
        template.bucketPolicy().ifPresent(policy -> bucketPolicy(main, policy));
    }

    private static void encryption(Body main, Bucket.Protection protection) {
        boolean kms = protection.kmsKey().isPresent() || protection.awsManagedKey();
        Body byDefault = new Body().set("sse_algorithm", kms ? "aws:kms" : "AES256");
        if (protection.kmsKey().isPresent())
            byDefault.refer("kms_master_key_id", Terraform.variable(Parameter.KMS_KEY_ARN));
        Body rule = new Body()
                .refer("bucket_key_enabled", String.valueOf(kms))
                .block("apply_server_side_encryption_by_default", List.of(), byDefault);
        if (kms) main.comment("A bucket key keeps each upload from being a call to KMS.");
        resource(main, Address.ENCRYPTION, new Body().refer("bucket", BUCKET_ID).block("rule", List.of(), rule));
    }

    private static void bucketPolicy(Body main, JsonNode policy) {
        main.comment("Refuses connections without TLS. S3 takes one such change of a bucket at a time.");
        resource(
                main,
                Address.BUCKET_POLICY,
                new Body()
                        .refer("bucket", BUCKET_ID)
                        .set("policy", new Hcl.Call("jsonencode", filled(policy)))
                        .gap()
                        .refer("depends_on", "[" + Address.PUBLIC_ACCESS + "]"));
    }

    private static void provider(Body main, IdentityProvider provider) {
        Body body = new Body()
                .refer("count", Terraform.variable(Parameter.CREATE_IDENTITY_PROVIDER) + " ? 1 : 0")
                .gap()
                .set("url", "https://" + GoogleProvider.HOST)
                .set(
                        "client_id_list",
                        new Hcl.ListOf(List.of(new Code(Terraform.variable(Parameter.SERVICE_ACCOUNT_ID)))));
        main.comment("An account has one provider of an issuer at most, and other roles may trust it too.");
        resource(main, Address.PROVIDER, tagged(body, provider.tags()));
    }

    private void role(Body main) {
        Role role = blueprint.role();
        String boundary = Terraform.variable(Parameter.PERMISSIONS_BOUNDARY);
        Body body = new Body()
                .refer("name", Terraform.variable(Parameter.ROLE_NAME))
                .set("path", role.arn().path())
                .set("description", role.description())
                .refer("max_session_duration", String.valueOf(role.maxSession().toSeconds()))
                .refer("permissions_boundary", boundary + " == \"\" ? null : " + boundary)
                .set("assume_role_policy", new Hcl.Call("jsonencode", filled(template.trust())));
        tagged(body, role.tags());
        if (blueprint.provider().isPresent()) body.gap().refer("depends_on", "[" + Address.PROVIDER + "]");
        main.comment("Nobody but ThoughtSpot may assume it.");
        resource(main, Address.ROLE, body);
        main.comment("It can add files under the path prefix, and do nothing else.");
        resource(
                main,
                Address.ROLE_POLICY,
                new Body()
                        .set("name", blueprint.policyName())
                        .refer("role", Address.ROLE + ".name")
                        .set("policy", new Hcl.Call("jsonencode", filled(template.permissions()))));
    }

    private static void resource(Body main, Address address, Body body) {
        main.block("resource", List.of(address.type, address.name), body);
    }

    private static Body tagged(Body body, Map<String, String> tags) {
        Map<String, Expression> members = new LinkedHashMap<>();
        new TreeMap<>(tags).forEach((key, value) -> members.put(key, Hcl.Text.of(value)));
        return members.isEmpty() ? body : body.gap().set("tags", new Hcl.ObjectOf(members));
    }

    /** A document of the template, its parameters as references. */
    private static Expression filled(JsonNode node) {
        if (node.isTextual())
            return new Hcl.Text(Template.pieces(node.textValue()).stream()
                    .map(TerraformResources::piece)
                    .toList());
        if (node.isArray()) {
            List<Expression> members = new ArrayList<>();
            node.forEach(member -> members.add(filled(member)));
            return new Hcl.ListOf(members);
        }
        Map<String, Expression> members = new LinkedHashMap<>();
        node.properties().forEach(entry -> members.put(entry.getKey(), filled(entry.getValue())));
        return new Hcl.ObjectOf(members);
    }

    private static Expression piece(Piece piece) {
        return switch (piece) {
            case Piece.Literal(String text) -> new Hcl.Literal(text);
            case Piece.Value(Parameter parameter) -> new Code(Terraform.variable(parameter));
            case Piece.Surrounding.PARTITION -> new Code("data.aws_partition.current.partition");
            case Piece.Surrounding.ACCOUNT -> new Code("data.aws_caller_identity.current.account_id");
        };
    }
}
