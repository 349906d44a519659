package io.spotdock.sandbox.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.aws.access.JsonAction;
import io.spotdock.sandbox.aws.access.JsonCall;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.KmsKey;
import io.spotdock.sandbox.aws.state.KmsKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys and their aliases (KMS API Reference). */
public final class KmsActions {
    private KmsActions() {}

    public static List<JsonAction> all() {
        return Stream.concat(
                        Stream.of(
                                JsonAction.writes("CreateKey", KmsActions::create),
                                JsonAction.reads("DescribeKey", KmsActions::describe),
                                JsonAction.reads("ListKeys", KmsActions::list),
                                JsonAction.writes("EnableKey", (call, _) -> enable(call, true)),
                                JsonAction.writes("DisableKey", (call, _) -> enable(call, false)),
                                JsonAction.writes("ScheduleKeyDeletion", KmsActions::schedule),
                                JsonAction.writes("CancelKeyDeletion", KmsActions::cancel),
                                JsonAction.writes("CreateAlias", (call, _) -> alias(call)),
                                JsonAction.reads("ListAliases", KmsActions::aliases)),
                        KeyPolicyActions.all().stream())
                .toList();
    }

    static KmsKeys.Place place(JsonCall call) {
        return new KmsKeys.Place(call.account(), call.call().region());
    }

    /** The key that a call names and may be used on; one of another account as far as its owner lets it. */
    static KmsKey key(JsonCall call) {
        return key(call, call.need("KeyId"));
    }

    private static KmsKey key(JsonCall call, String named) {
        KmsKey key = call.world()
                .kmsKeys()
                .find(named, place(call))
                .filter(found -> found.region().equals(call.call().region()))
                .orElseThrow(() -> missing(
                        named.contains("alias/")
                                ? "Alias "
                                        + (named.startsWith("arn:")
                                                ? named
                                                : place(call).arn(named)) + " is not found."
                                : "Key '"
                                        + (named.startsWith("arn:")
                                                ? named
                                                : place(call).arn("key/" + named)) + "' does not exist"));
        call.authorize(key.arn(), key.account(), context(call), Optional.of(key.policy()));
        return key;
    }

    /** One of the caller's own account: of another one, these actions are no affair of the caller's. */
    static KmsKey own(JsonCall call) {
        KmsKey key = key(call);
        if (!key.account().equals(call.account().id()))
            throw new Refusal(
                    400,
                    "AccessDeniedException",
                    "The operation " + call.action() + " is not available for a key of another account.");
        return key;
    }

    private static KmsKey customers(JsonCall call) {
        KmsKey key = own(call);
        if (key.managedByAws())
            throw new Refusal(
                    400, "AccessDeniedException", "The key " + key.arn() + " is managed by AWS and can't be changed.");
        return key;
    }

    static Refusal missing(String text) {
        return new Refusal(400, "NotFoundException", text);
    }

    static Map<String, List<String>> context(JsonCall call) {
        return Map.of("kms:CallerAccount", List.of(call.account().id().value()));
    }

    private static void create(JsonCall call, ObjectNode answer) {
        call.authorize("*", call.account().id(), context(call), Optional.empty());
        String policy = call.text("Policy")
                .orElseGet(() -> "{\"Version\":\"2012-10-17\",\"Id\":\"key-default-1\",\"Statement\":[{\"Sid\":"
                        + "\"Enable IAM User Permissions\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                        + call.account().arn("root") + "\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}");
        String arn = place(call).newKey();
        KeyPolicyActions.check(call, arn, policy);
        KmsKey key = KmsKey.customers(
                arn, call.account().id(), call.call().region(), call.world().now(), policy);
        metadata(answer, call.world().kmsKeys().put(key));
    }

    private static void describe(JsonCall call, ObjectNode answer) {
        metadata(answer, key(call));
    }

    private static void metadata(ObjectNode answer, KmsKey key) {
        ObjectNode of = answer.putObject("KeyMetadata")
                .put("AWSAccountId", key.account().value())
                .put("Arn", key.arn())
                .put("CreationDate", seconds(key.made()))
                .put("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT")
                .put("Description", "")
                .put("Enabled", key.enabled() && key.deletion().isEmpty())
                .put("KeyId", key.id())
                .put("KeyManager", key.managedByAws() ? "AWS" : "CUSTOMER")
                .put("KeySpec", "SYMMETRIC_DEFAULT")
                .put("KeyState", state(key))
                .put("KeyUsage", "ENCRYPT_DECRYPT")
                .put("MultiRegion", false)
                .put("Origin", "AWS_KMS");
        key.deletion().ifPresent(when -> of.put("DeletionDate", seconds(when)));
        of.putArray("EncryptionAlgorithms").add("SYMMETRIC_DEFAULT");
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static String state(KmsKey key) {
        if (key.deletion().isPresent()) return "PendingDeletion";
        return key.enabled() ? "Enabled" : "Disabled";
    }

    private static void list(JsonCall call, ObjectNode answer) {
        call.authorize("*", call.account().id(), context(call), Optional.empty());
        var keys = answer.putArray("Keys");
        call.world().kmsKeys().all().stream()
                .filter(key -> key.account().equals(call.account().id()))
                .filter(key -> key.region().equals(call.call().region()))
                .forEach(key -> keys.addObject().put("KeyArn", key.arn()).put("KeyId", key.id()));
        answer.put("Truncated", false);
    }

    private static void enable(JsonCall call, boolean on) {
        KmsKey key = customers(call);
        if (key.deletion().isPresent())
            throw new Refusal(400, "KMSInvalidStateException", key.arn() + " is pending deletion.");
        call.world().kmsKeys().change(key.arn(), stored -> stored.withEnabled(on));
    }

    private static void schedule(JsonCall call, ObjectNode answer) {
        KmsKey key = customers(call);
        int days = call.body().path("PendingWindowInDays").asInt(30);
        if (days < 7 || days > 30)
            throw new Refusal(400, "ValidationException", "PendingWindowInDays must be between 7 and 30 (inclusive).");
        Instant when = call.world().now().plus(Duration.ofDays(days));
        call.world().kmsKeys().change(key.arn(), stored -> stored.withDeletion(Optional.of(when)));
        answer.put("KeyId", key.arn())
                .put("DeletionDate", seconds(when))
                .put("KeyState", "PendingDeletion")
                .put("PendingWindowInDays", days);
    }

    private static void cancel(JsonCall call, ObjectNode answer) {
        KmsKey key = customers(call);
        call.world().kmsKeys().change(key.arn(), stored -> stored.withDeletion(Optional.empty()));
        answer.put("KeyId", key.arn());
    }

    private static void alias(JsonCall call) {
        String name = call.need("AliasName");
        if (!name.matches("alias/[a-zA-Z0-9/_-]{1,250}") || name.startsWith("alias/aws/"))
            throw new Refusal(400, "ValidationException", "Invalid alias name: " + name);
        KmsKey key = key(call, call.need("TargetKeyId"));
        String arn = place(call).arn(name);
        if (call.world().kmsKeys().aliases().putIfAbsent(arn, key.arn()) != null)
            throw new Refusal(400, "AlreadyExistsException", "An alias with the name " + arn + " already exists");
    }

    private static void aliases(JsonCall call, ObjectNode answer) {
        call.authorize("*", call.account().id(), context(call), Optional.empty());
        var aliases = answer.putArray("Aliases");
        String here = place(call).arn("alias/");
        call.world().kmsKeys().aliases().forEach((arn, key) -> {
            if (arn.startsWith(here))
                aliases.addObject()
                        .put("AliasArn", arn)
                        .put("AliasName", arn.substring(here.length() - "alias/".length()))
                        .put("TargetKeyId", key.substring(key.lastIndexOf('/') + 1));
        });
        answer.put("Truncated", false);
    }
}
