package io.spotdock.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.Org;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.WebhookField;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@link Undoing} as JSON: a {@code do} that names it, and its fields. Policies are kept as the documents they are. */
final class UndoingJson {
    private UndoingJson() {}

    static ObjectNode write(Undoing undoing) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (undoing) {
            case Undoing.BucketMade u ->
                node.put("do", "delete-bucket")
                        .put("bucket", u.name().value())
                        .put("region", u.region().value());
            case Undoing.BucketProtected u -> {
                node.put("do", "restore-protection")
                        .put("bucket", u.name().value())
                        .put("region", u.region().value());
                Bucket.Protection before = u.before();
                before.kmsKey().ifPresent(key -> node.put("kmsKey", key.value()));
                node.put("awsManagedKey", before.awsManagedKey())
                        .put("publicAccessBlocked", before.publicAccessBlocked())
                        .put("ownership", before.ownership().name());
            }
            case Undoing.BucketPolicySet u -> {
                node.put("do", "restore-bucket-policy")
                        .put("bucket", u.name().value())
                        .put("region", u.region().value());
                documents(node, u.before(), u.after());
            }
            case Undoing.ProviderMade u ->
                node.put("do", "delete-identity-provider")
                        .put("partition", u.partition().id())
                        .put("account", u.account().value());
            case Undoing.ClientIdAdded u ->
                node.put("do", "remove-client-id")
                        .put("partition", u.partition().id())
                        .put("account", u.account().value())
                        .put("clientId", u.clientId());
            case Undoing.RoleMade u -> {
                node.put("do", "delete-role").put("role", u.name().value());
                u.uniqueId().ifPresent(id -> node.put("roleId", id));
                u.trust().ifPresent(trust -> node.put("trust", PolicyJson.compact(trust)));
            }
            case Undoing.TrustSet u -> {
                node.put("do", "restore-trust").put("role", u.role().value());
                documents(node, Optional.of(u.before()), u.after());
            }
            case Undoing.StatementAdded u ->
                node.put("do", "remove-statement")
                        .put("role", u.role().value())
                        .put("sid", u.sid())
                        .put("before", PolicyJson.compact(u.before()));
            case Undoing.InlinePolicySet u -> {
                node.put("do", "restore-inline-policy")
                        .put("role", u.role().value())
                        .put("policy", u.policyName());
                documents(node, u.before(), u.after());
            }
            case Undoing.WebhookMade u -> {
                node.put("do", "delete-webhook").put("webhook", u.name());
                u.serverId().ifPresent(id -> node.put("id", id));
                u.wanted().ifPresent(wanted -> node.set("wanted", WebhookJson.write(wanted)));
            }
            case Undoing.WebhookChanged u -> {
                node.put("do", "restore-webhook").put("id", u.serverId());
                var fields = node.putArray("fields");
                u.fields().stream().sorted().forEach(field -> fields.add(field.name()));
                node.set("before", WebhookJson.write(u.before()));
                node.set("after", WebhookJson.write(u.after()));
            }
            case Undoing.WebhookDeleted u ->
                node.put("do", "make-webhook-again").set("before", WebhookJson.write(u.before()));
            case Undoing.ScheduleMade u -> {
                node.put("do", "delete-schedule").put("schedule", u.name());
                u.serverId().ifPresent(id -> node.put("id", id));
            }
            case Undoing.TestFileWritten u ->
                node.put("do", "remove-test-file")
                        .put("bucket", u.bucket().value())
                        .put("region", u.region().value())
                        .put("key", u.key().value());
            case Undoing.TestFileAwaited u ->
                node.put("do", "remove-validation-file")
                        .put("bucket", u.bucket().value())
                        .put("region", u.region().value())
                        .put("prefix", u.prefix().value())
                        .put("since", u.since().toString());
            case Undoing.ChannelSet u -> {
                node.put("do", "restore-channel");
                node.set("before", channel(u.before()));
                node.set("after", channel(u.after()));
            }
            case Undoing.WithAnother _ -> node.put("do", "nothing");
        }
        return node;
    }

    static Undoing read(JsonNode node) {
        return switch (text(node, "do")) {
            case "delete-bucket" -> new Undoing.BucketMade(bucket(node), region(node));
            case "restore-protection" ->
                new Undoing.BucketProtected(
                        bucket(node),
                        region(node),
                        new Bucket.Protection(
                                optional(node, "kmsKey").map(KmsKeyArn::new),
                                node.path("awsManagedKey").asBoolean(),
                                node.path("publicAccessBlocked").asBoolean(),
                                Bucket.Ownership.valueOf(text(node, "ownership"))));
            case "restore-bucket-policy" ->
                new Undoing.BucketPolicySet(bucket(node), region(node), document(node, "before"), after(node));
            case "delete-identity-provider" -> new Undoing.ProviderMade(partition(node), account(node));
            case "remove-client-id" ->
                new Undoing.ClientIdAdded(partition(node), account(node), text(node, "clientId"));
            case "delete-role" -> new Undoing.RoleMade(role(node), optional(node, "roleId"), document(node, "trust"));
            case "restore-trust" ->
                new Undoing.TrustSet(role(node), document(node, "before").orElseThrow(), after(node));
            case "remove-statement" ->
                new Undoing.StatementAdded(
                        role(node), text(node, "sid"), document(node, "before").orElseThrow());
            case "restore-inline-policy" ->
                new Undoing.InlinePolicySet(role(node), text(node, "policy"), document(node, "before"), after(node));
            case "delete-webhook" ->
                new Undoing.WebhookMade(
                        optional(node, "id"),
                        text(node, "webhook"),
                        Optional.ofNullable(node.get("wanted")).map(WebhookJson::read));
            case "restore-webhook" ->
                new Undoing.WebhookChanged(
                        text(node, "id"),
                        WebhookJson.read(node.path("before")),
                        WebhookJson.read(node.path("after")),
                        fields(node));
            case "make-webhook-again" -> new Undoing.WebhookDeleted(WebhookJson.read(node.path("before")));
            case "delete-schedule" -> new Undoing.ScheduleMade(optional(node, "id"), text(node, "schedule"));
            case "remove-test-file" ->
                new Undoing.TestFileWritten(bucket(node), region(node), new ObjectKey(text(node, "key")));
            case "remove-validation-file" ->
                new Undoing.TestFileAwaited(
                        bucket(node),
                        region(node),
                        new KeyPrefix(text(node, "prefix")),
                        Instant.parse(text(node, "since")));
            case "restore-channel" -> new Undoing.ChannelSet(channel(node.path("before")), channel(node.path("after")));
            case "nothing" -> new Undoing.WithAnother();
            case String other -> throw new IllegalArgumentException("not known: " + other);
        };
    }

    private static void documents(ObjectNode node, Optional<PolicyDocument> before, PolicyDocument after) {
        before.ifPresent(document -> node.put("before", PolicyJson.compact(document)));
        node.put("after", PolicyJson.compact(after));
    }

    private static Optional<PolicyDocument> document(JsonNode node, String field) {
        return optional(node, field).map(UndoingJson::parse);
    }

    private static PolicyDocument after(JsonNode node) {
        return document(node, "after").orElseThrow();
    }

    private static PolicyDocument parse(String json) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ObjectNode channel(ChannelPreference preference) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("orgId", preference.org().id()).put("org", preference.org().name());
        node.put("source", preference.source().name());
        var channels = node.putArray("channels");
        preference.channels().stream().sorted().forEach(channel -> channels.add(channel.name()));
        return node;
    }

    private static ChannelPreference channel(JsonNode node) {
        EnumSet<ChannelPreference.Channel> channels = EnumSet.noneOf(ChannelPreference.Channel.class);
        node.path("channels").forEach(name -> channels.add(ChannelPreference.Channel.valueOf(name.asText())));
        return new ChannelPreference(
                new Org(node.path("orgId").asInt(), text(node, "org")),
                channels,
                ChannelPreference.Source.valueOf(text(node, "source")));
    }

    private static Set<WebhookField> fields(JsonNode node) {
        EnumSet<WebhookField> fields = EnumSet.noneOf(WebhookField.class);
        node.path("fields").forEach(name -> fields.add(WebhookField.valueOf(name.asText())));
        return fields;
    }

    private static String text(JsonNode node, String field) {
        return optional(node, field).orElseThrow(() -> new IllegalArgumentException("without " + field));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static BucketName bucket(JsonNode node) {
        return new BucketName(text(node, "bucket"));
    }

    private static RegionName region(JsonNode node) {
        return new RegionName(text(node, "region"));
    }

    private static RoleName role(JsonNode node) {
        return new RoleName(text(node, "role"));
    }

    private static Partition partition(JsonNode node) {
        return Partition.ofId(text(node, "partition")).orElseThrow();
    }

    private static AccountId account(JsonNode node) {
        return new AccountId(text(node, "account"));
    }
}
