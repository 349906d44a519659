package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Role;
import io.spotdock.export.Hcl.Body;
import io.spotdock.export.Hcl.Code;
import io.spotdock.export.Hcl.Expression;
import io.spotdock.plan.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small Terraform module. */
final class Terraform {
    private static final String BUCKET_ID = "aws_s3_bucket.delivery.id";

    private final Blueprint blueprint;
    private final Template template;
    private final Defaults defaults;

    Terraform(Template template, Defaults defaults) {
        this.blueprint = template.blueprint();
        this.template = template;
        this.defaults = defaults;
    }

    /** Terraform asks AWS itself where a bucket is. */
    static List<Parameter> variables(Template template) {
        return template.parameters().stream()
                .filter(parameter -> parameter != Parameter.BUCKET_REGION)
                .toList();
    }

    static Expression value(Template template, Parameter parameter) {
        String value = template.value(parameter);
        return switch (parameter.rule()) {
            case Parameter.Rule.Text _ -> Hcl.Text.of(value);
            case Parameter.Rule.YesOrNo _ -> new Code(value);
        };
    }

    List<ExportFile> files() {
        return List.of(
                file("versions", versions()),
                file("variables", variables()),
                file("main", main()),
                file("outputs", outputs()));
    }

    private static ExportFile file(String name, Body body) {
        return ExportFile.of(name + ".tf", "# Made by Spotdock.\n\n" + body);
    }

    /** From 5.82 on the provider needs no thumbprints for an identity provider. */
    private static Body versions() {
        Map<String, Expression> aws = new LinkedHashMap<>();
        aws.put("source", Hcl.Text.of("hashicorp/aws"));
        aws.put("version", Hcl.Text.of(">= 5.82"));
        Body terraform = new Body()
                .set("required_version", ">= 1.3")
                .block("required_providers", List.of(), new Body().set("aws", new Hcl.ObjectOf(aws)));
        return new Body().block("terraform", List.of(), terraform);
    }

    private Body variables() {
        Body variables = new Body();
        for (Parameter parameter : variables(template))
            variables.block("variable", List.of(parameter.snakeCase()), variable(parameter, defaults));
        return variables;
    }

    private Body variable(Parameter parameter, Defaults defaults) {
        Body body = new Body().set("description", parameter.description());
        body.refer("type", parameter.rule() instanceof Parameter.Rule.YesOrNo ? "bool" : "string");
        if (defaults == Defaults.OWN) body.set("default", value(template, parameter));
        if (parameter.rule() instanceof Parameter.Rule.Text text) {
            String name = variable(parameter);
            String condition = "can(regex(" + Hcl.quoted(text.pattern()) + ", " + name + ")) && length(" + name
                    + ") >= " + text.shortest() + " && length(" + name + ") <= " + text.longest();
            body.block(
                    "validation",
                    List.of(),
                    new Body().refer("condition", condition).set("error_message", text.sentence()));
        }
        return body;
    }

    private Body main() {
        Body main = new Body().block("data", List.of("aws_partition", "current"), new Body());
        if (blueprint.provider().isPresent()) main.block("data", List.of("aws_caller_identity", "current"), new Body());
        blueprint
                .bucket()
                .ifPresentOrElse(
                        bucket -> bucket(main, bucket),
                        () -> main.block(
                                "data",
                                List.of("aws_s3_bucket", "delivery"),
                                new Body().refer("bucket", variable(Parameter.BUCKET_NAME))));
        provider(main);
        role(main);
        return main;
    }

    private void bucket(Body main, Bucket bucket) {
        Bucket.Protection protection = bucket.protection();
        resource(
                main,
                "aws_s3_bucket",
                "delivery",
                new Body().refer("bucket", variable(Parameter.BUCKET_NAME)).set("tags", tags(bucket.tags())));
        String blocked = String.valueOf(protection.publicAccessBlocked());
        resource(
                main,
                "aws_s3_bucket_public_access_block",
                "delivery",
                new Body()
                        .refer("bucket", BUCKET_ID)
                        .refer("block_public_acls", blocked)
                        .refer("ignore_public_acls", blocked)
                        .refer("block_public_policy", blocked)
                        .refer("restrict_public_buckets", blocked));
        Body ownership = new Body().set("object_ownership", S3Forms.name(protection.ownership()));
        resource(
                main,
                "aws_s3_bucket_ownership_controls",
                "delivery",
                new Body().refer("bucket", BUCKET_ID).block("rule", List.of(), ownership));
        if (protection.kmsKey().isPresent()) encryption(main);
        template.bucketPolicy()
                .ifPresent(policy -> resource(
                        main,
                        "aws_s3_bucket_policy",
                        "delivery",
                        new Body()
                                .refer("bucket", BUCKET_ID)
                                .set("policy", new Hcl.Call("jsonencode", filled(policy)))
                                .gap()
                                // S3 takes one of these changes of a bucket at a time.
                                .refer("depends_on", "[aws_s3_bucket_public_access_block.delivery]")));
    }

    private static void encryption(Body main) {
        Body byDefault =
                new Body().set("sse_algorithm", "aws:kms").refer("kms_master_key_id", variable(Parameter.KMS_KEY_ARN));
        Body rule = new Body()
                .refer("bucket_key_enabled", "true")
                .block("apply_server_side_encryption_by_default", List.of(), byDefault);
        resource(
                main,
                "aws_s3_bucket_server_side_encryption_configuration",
                "delivery",
                new Body().refer("bucket", BUCKET_ID).block("rule", List.of(), rule));
    }

    private void provider(Body main) {
        blueprint
                .provider()
                .ifPresent(provider -> resource(
                        main,
                        "aws_iam_openid_connect_provider",
                        "google",
                        new Body()
                                .refer("count", variable(Parameter.CREATE_IDENTITY_PROVIDER) + " ? 1 : 0")
                                .gap()
                                .set("url", "https://" + GoogleProvider.HOST)
                                .set(
                                        "client_id_list",
                                        new Hcl.ListOf(List.of(new Code(variable(Parameter.SERVICE_ACCOUNT_ID)))))
                                .set("tags", tags(provider.tags()))));
    }

    private void role(Body main) {
        Role role = blueprint.wanted().role();
        Body body = new Body()
                .refer("name", variable(Parameter.ROLE_NAME))
                .set("path", blueprint.role().path())
                .set("description", role.description())
                .refer("max_session_duration", String.valueOf(role.maxSession().toSeconds()))
                .set("assume_role_policy", new Hcl.Call("jsonencode", filled(template.trust())))
                .set("tags", tags(role.tags()));
        if (blueprint.provider().isPresent())
            body.gap().refer("depends_on", "[aws_iam_openid_connect_provider.google]");
        resource(main, "aws_iam_role", "thoughtspot", body);
        resource(
                main,
                "aws_iam_role_policy",
                "thoughtspot",
                new Body()
                        .set("name", Wanted.POLICY_NAME)
                        .refer("role", "aws_iam_role.thoughtspot.id")
                        .set("policy", new Hcl.Call("jsonencode", filled(template.permissions()))));
    }

    private Body outputs() {
        String bucket = (blueprint.bucket().isPresent() ? "" : "data.") + "aws_s3_bucket.delivery";
        Body outputs = new Body();
        output(outputs, "role_arn", "The role that ThoughtSpot assumes.", "aws_iam_role.thoughtspot.arn");
        if (blueprint.externalId().isPresent())
            output(outputs, "external_id", "To be named by ThoughtSpot.", variable(Parameter.EXTERNAL_ID));
        output(outputs, "bucket_name", "The bucket.", bucket + ".bucket");
        output(outputs, "region", "The region of the bucket.", bucket + ".region");
        output(outputs, "path_prefix", "The path prefix.", variable(Parameter.PATH_PREFIX));
        return outputs;
    }

    private static void output(Body outputs, String name, String description, String code) {
        outputs.block(
                "output",
                List.of(name),
                new Body().set("description", description).refer("value", code));
    }

    private static void resource(Body main, String type, String name, Body body) {
        main.block("resource", List.of(type, name), body);
    }

    private static String variable(Parameter parameter) {
        return "var." + parameter.snakeCase();
    }

    private static Expression tags(Map<String, String> tags) {
        Map<String, Expression> members = new LinkedHashMap<>();
        new TreeMap<>(tags).forEach((key, value) -> members.put(key, Hcl.Text.of(value)));
        return new Hcl.ObjectOf(members);
    }

    /** A document of the template, its parameters as references. */
    private static Expression filled(JsonNode node) {
        if (node.isTextual())
            return new Hcl.Text(Template.pieces(node.textValue()).stream()
                    .map(Terraform::piece)
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
            case Piece.Value(Parameter parameter) -> new Code(variable(parameter));
            case Piece.Surrounding.PARTITION -> new Code("data.aws_partition.current.partition");
            case Piece.Surrounding.ACCOUNT -> new Code("data.aws_caller_identity.current.account_id");
        };
    }
}
