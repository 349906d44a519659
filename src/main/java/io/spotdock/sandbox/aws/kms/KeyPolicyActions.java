package io.spotdock.sandbox.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicyShape;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.sandbox.aws.access.JsonAction;
import io.spotdock.sandbox.aws.access.JsonCall;
import io.spotdock.sandbox.aws.access.PrincipalCheck;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.KmsKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may use a key: its policy, and grants beside it (KMS API Reference). */
final class KeyPolicyActions {
    private static final Set<String> OPERATIONS = Set.of(
            "CreateGrant",
            "Decrypt",
            "DescribeKey",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "ReEncryptFrom",
            "ReEncryptTo",
            "RetireGrant");

    private KeyPolicyActions() {}

    static List<JsonAction> all() {
        return List.of(
                JsonAction.reads("GetKeyPolicy", KeyPolicyActions::get),
                JsonAction.writes("PutKeyPolicy", (call, _) -> put(call)),
                JsonAction.writes("CreateGrant", KeyPolicyActions::grant),
                JsonAction.reads("ListGrants", KeyPolicyActions::grants));
    }

    private static void get(JsonCall call, ObjectNode answer) {
        answer.put("Policy", KmsActions.own(call).policy()).put("PolicyName", "default");
    }

    private static void put(JsonCall call) {
        KmsKey key = KmsActions.own(call);
        String policy = call.need("Policy");
        check(call, key.arn(), policy);
        call.world().kmsKeys().change(key.arn(), stored -> stored.withPolicy(policy));
    }

    /** A policy that would lock out whoever puts it is refused (KMS Developer Guide, "Changing a key policy"). */
    static void check(JsonCall call, String arn, String text) {
        PolicyDocument document;
        try {
            document = PolicyJson.parse(text);
        } catch (PolicySyntaxException _) {
            throw malformed("Policy contains a statement with one or more invalid elements");
        }
        boolean wrong = PolicyShape.RESOURCE.flaw(document).isPresent()
                || new PrincipalCheck(call.world(), call.account().partition())
                        .unknown(document)
                        .isPresent();
        if (wrong) throw malformed("Policy contains a statement with one or more invalid principals.");
        boolean bypass = call.body().path("BypassPolicyLockoutSafetyCheck").asBoolean(false);
        if (!bypass
                && !call.ask("PutKeyPolicy", arn, call.account().id(), KmsActions.context(call), Optional.of(text))
                        .allowed())
            throw malformed("The new key policy will not allow you to update the key policy in the future.");
    }

    private static Refusal malformed(String text) {
        return new Refusal(400, "MalformedPolicyDocumentException", text);
    }

    private static void grant(JsonCall call, ObjectNode answer) {
        KmsKey key = KmsActions.key(call);
        List<String> operations = call.texts("Operations");
        if (operations.isEmpty() || !OPERATIONS.containsAll(operations))
            throw new Refusal(400, "ValidationException", "Operations must be ones that a grant can allow.");
        KmsKey.Grant grant = new KmsKey.Grant(
                io.spotdock.sandbox.wire.SigV4.sha256Hex(
                        call.world().ids().opaque(16).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                call.need("GranteePrincipal"),
                operations);
        call.world().kmsKeys().change(key.arn(), stored -> stored.with(grant));
        answer.put("GrantId", grant.id()).put("GrantToken", call.world().ids().opaque(60));
    }

    private static void grants(JsonCall call, ObjectNode answer) {
        KmsKey key = KmsActions.key(call);
        Optional<String> grantee = call.text("GranteePrincipal");
        var grants = answer.putArray("Grants");
        for (KmsKey.Grant grant : key.grants()) {
            if (grantee.filter(wanted -> !wanted.equals(grant.grantee())).isPresent()) continue;
            ObjectNode one = grants.addObject()
                    .put("GrantId", grant.id())
                    .put("GranteePrincipal", grant.grantee())
                    .put("IssuingAccount", key.account().value())
                    .put("KeyId", key.arn());
            var operations = one.putArray("Operations");
            grant.operations().forEach(operations::add);
        }
        answer.put("Truncated", false);
    }
}
