package io.spotdock.sandbox.aws.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.Partition;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.Statement;
import io.spotdock.sandbox.aws.protocol.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses documents as IAM does, in its words, when they are put. */
public final class PolicyCheck {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyCheck() {}

    /** A policy of a user or role, a managed policy, a session policy. */
    public static PolicyDocument identity(String text, Partition partition) {
        JsonNode root = json(text, "Syntax errors in policy.");
        for (JsonNode statement : statements(root)) {
            if (statement.has("Principal") || statement.has("NotPrincipal"))
                throw malformed("Policy document should not specify a principal.");
            if (!statement.has("Action") && !statement.has("NotAction"))
                throw malformed("Policy statement must contain actions.");
            if (!statement.has("Resource") && !statement.has("NotResource"))
                throw malformed("Policy statement must contain resources.");
            for (String action : texts(statement, "Action", "NotAction"))
                if (!action.equals("*") && action.indexOf(':') < 1)
                    throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
            for (String resource : texts(statement, "Resource", "NotResource")) checkResource(resource, partition);
        }
        checkSids(root);
        return parse(text, "Syntax errors in policy.");
    }

    private static void checkResource(String resource, Partition partition) {
        if (resource.equals("*")) return;
        if (!resource.startsWith("arn:") || resource.split(":", -1).length < 6)
            throw malformed("Resource " + resource + " must be in ARN format or \"*\".");
        String named = resource.split(":", -1)[1];
        if (!named.equals(partition.id()) && !named.equals("*"))
            throw malformed("Partition \"" + named + "\" is not valid for resource \"" + resource + "\".");
    }

    /** What a trust policy must be before its principals are looked at. */
    public static PolicyDocument trustShape(String text) {
        JsonNode root = json(text, "This policy contains invalid Json");
        List<JsonNode> statements = statements(root);
        if (statements.isEmpty()) throw malformed("Syntax errors in policy.");
        for (JsonNode statement : statements) {
            for (String prohibited : List.of("Resource", "NotResource"))
                if (statement.has(prohibited)) throw malformed("Has prohibited field " + prohibited);
            if (!statement.has("Effect")) throw malformed("Missing required field Effect");
            if (!statement.has("Principal") && !statement.has("NotPrincipal"))
                throw malformed("Missing required field Principal");
            if (!statement.has("Action") && !statement.has("NotAction"))
                throw malformed("Missing required field Action");
            if (statement.has("NotPrincipal")
                    && statement.path("Effect").asText().equals("Allow"))
                throw malformed("Allow with NotPrincipal is not allowed.");
            for (String action : texts(statement, "Action", "NotAction"))
                if (!action.equals("*")
                        && !action.toLowerCase(java.util.Locale.ROOT).startsWith("sts:"))
                    throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
        }
        checkSids(root);
        return parse(text, "This policy contains invalid Json");
    }

    private static void checkSids(JsonNode root) {
        Set<String> seen = new HashSet<>();
        for (JsonNode statement : statements(root)) {
            String sid = statement.path("Sid").asText("");
            if (!sid.matches("[0-9A-Za-z]*"))
                throw malformed("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
                        + " expression [0-9A-Za-z]*");
            if (!sid.isEmpty() && !seen.add(sid))
                throw malformed("Statement IDs (SID) in a single policy must be unique.");
        }
    }

    private static JsonNode json(String text, String complaint) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException _) {
            throw malformed(complaint);
        }
        if (root == null || !root.isObject()) throw malformed(complaint);
        JsonNode version = root.path("Version");
        if (!version.isMissingNode() && !Set.of("2012-10-17", "2008-10-17").contains(version.asText()))
            throw malformed("The policy must contain a valid version string.");
        return root;
    }

    private static PolicyDocument parse(String text, String complaint) {
        try {
            PolicyDocument document = PolicyJson.parse(text);
            for (Statement statement : document.statements())
                if (statement.actions().patterns().isEmpty()) throw malformed(complaint);
            return document;
        } catch (PolicySyntaxException _) {
            throw malformed(complaint);
        }
    }

    private static List<JsonNode> statements(JsonNode root) {
        JsonNode found = root.path("Statement");
        if (found.isObject()) return List.of(found);
        List<JsonNode> all = new ArrayList<>();
        found.forEach(all::add);
        return all;
    }

    private static List<String> texts(JsonNode statement, String element, String negated) {
        List<String> all = new ArrayList<>();
        for (String name : List.of(element, negated)) {
            JsonNode node = statement.path(name);
            if (node.isTextual()) all.add(node.asText());
            else node.forEach(item -> all.add(item.asText()));
        }
        return all;
    }

    public static Refusal malformed(String text) {
        return new Refusal(400, "MalformedPolicyDocument", text);
    }
}
