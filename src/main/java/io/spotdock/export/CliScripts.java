package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Role;
import io.spotdock.plan.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scripts for the AWS CLI. A script is its values, quoted, and then sections that are resources of this package: the
 * same text for everybody, in which nothing is filled in.
 */
final class CliScripts {
    private static final String SUFFIX = ".sh";
    static final String APPLY = "apply" + SUFFIX;
    static final String UNDO = "undo" + SUFFIX;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Blueprint blueprint;
    private final boolean makesBucket;
    private final boolean makesProvider;

    CliScripts(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.makesBucket = blueprint.bucket().isPresent();
        this.makesProvider = blueprint.provider().isPresent();
    }

    List<ExportFile> files() {
        return List.of(new ExportFile(APPLY, apply(), true), new ExportFile(UNDO, undo(), true));
    }

    private String apply() {
        Shell values = common().set("bucket", bucketName())
                .set("prefix", blueprint.settings().bucket().prefix().value());
        blueprint.externalId().ifPresent(id -> values.set("external_id", id.value()));
        blueprint.bucket().ifPresent(bucket -> bucketValues(values, bucket));
        blueprint
                .bucketPolicy()
                .ifPresent(policy -> values.set(
                                "bucket_policy", PolicyJson.print(policy).strip())
                        .set("bucket_policy_sid", ThoughtSpotPolicies.TLS_ONLY_SID));
        if (makesProvider) values.set("provider_url", "https://" + GoogleProvider.HOST);
        Role role = blueprint.wanted().role();
        values.set("role_path", blueprint.role().arn().path())
                .set("role_description", role.description())
                .set("role_seconds", String.valueOf(role.maxSession().toSeconds()))
                .set("tags", tags(role.tags()).toString())
                .set("trust_policy", PolicyJson.print(blueprint.trust()).strip())
                .set(
                        "permissions_policy",
                        PolicyJson.print(blueprint.permissions()).strip());
        return script(
                """
                # Makes what ThoughtSpot needs to deliver into this bucket: with the AWS CLI, signed in to this account.
                # Run again, it changes nothing; undo.sh takes it back. Ends with 4 when something is left to you.
                # Made by Spotdock.
                """,
                values,
                sections(Stream.of(
                        section(true, "ask", "apply-start", "bucket-region"),
                        section(makesBucket, "bucket-tag", "apply-bucket"),
                        section(encryption(), "apply-encryption"),
                        section(blueprint.bucketPolicy().isPresent(), "apply-bucket-policy"),
                        section(!makesBucket, "apply-existing-bucket"),
                        section(makesProvider, "apply-provider"),
                        section(true, "apply-role"),
                        section(blueprint.externalId().isPresent(), "apply-external-id"),
                        section(true, "apply-end"))));
    }

    private String undo() {
        Shell values = common();
        if (makesBucket) values.set("bucket", bucketName());
        return script(
                """
                # Removes what apply.sh made, and nothing without Spotdock's tag. A bucket with files in it stays.
                # Ends with 4 when something had to stay. Made by Spotdock.
                """,
                values,
                sections(Stream.of(
                        section(true, "ask"),
                        section(makesBucket, "bucket-region", "bucket-tag"),
                        section(true, "undo-start", "undo-role"),
                        section(makesProvider, "undo-provider"),
                        section(makesBucket, "undo-bucket"),
                        section(true, "undo-end"))));
    }

    private Shell common() {
        Shell values = new Shell()
                .set("account", blueprint.role().arn().account().value())
                .set("region", blueprint.settings().aws().region().value())
                .set("role", blueprint.role().arn().name().value())
                .set("policy_name", Wanted.POLICY_NAME)
                .set("tag_key", Ownership.KEY)
                .set("tag_value", Ownership.VALUE);
        blueprint
                .provider()
                .ifPresent(provider -> values.set("provider_arn", provider.arn())
                        .set("client_id", String.join("", provider.clientIds())));
        return values;
    }

    private String bucketName() {
        return blueprint.settings().bucket().name().value();
    }

    private boolean encryption() {
        return blueprint.bucket().flatMap(b -> b.protection().kmsKey()).isPresent();
    }

    private static void bucketValues(Shell values, Bucket bucket) {
        Bucket.Protection protection = bucket.protection();
        ObjectNode tagging = JSON.objectNode().set("TagSet", tags(bucket.tags()));
        values.set("bucket_tags", tagging.toString())
                .set(
                        "public_access",
                        S3Forms.publicAccess(protection.publicAccessBlocked()).toString())
                .set("ownership", S3Forms.ownership(protection.ownership()).toString());
        protection
                .kmsKey()
                .ifPresent(key -> values.set("encryption", encryption(key).toString()));
    }

    private static JsonNode encryption(KmsKeyArn key) {
        ObjectNode node = JSON.objectNode();
        ObjectNode rule = node.putArray("Rules").addObject();
        rule.putObject("ApplyServerSideEncryptionByDefault")
                .put("SSEAlgorithm", "aws:kms")
                .put("KMSMasterKeyID", key.value());
        rule.put("BucketKeyEnabled", true);
        return node;
    }

    private static ArrayNode tags(Map<String, String> tags) {
        ArrayNode list = JSON.arrayNode();
        new TreeMap<>(tags)
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }

    private static String script(String purpose, Shell values, String sections) {
        // What looks like code in a value is not meant to be run, which is what the quotes are for.
        return "#!/bin/sh\n" + purpose + "# shellcheck disable=SC2016\nset -eu\n\n" + values + sections;
    }

    private static List<String> section(boolean wanted, String... names) {
        return wanted ? List.of(names) : List.of();
    }

    private static String sections(Stream<List<String>> names) {
        return names.flatMap(List::stream).map(CliScripts::resource).collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream stream = CliScripts.class.getResourceAsStream(name + SUFFIX)) {
            if (stream == null) throw new IllegalStateException("not packed: " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
