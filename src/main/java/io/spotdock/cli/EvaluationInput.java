package io.spotdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.policy.AccessRequest;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.PolicyShape;
import io.spotdock.domain.policy.PolicySyntaxException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A case of {@code evaluate}, read. */
record EvaluationInput(AccessRequest request, PolicySet policies) {
    /** Bytes of a document's file. */
    private static final int LARGEST = 4 << 20;

    private static final List<String> FIELDS = List.of(
            "name",
            "principal",
            "action",
            "resource",
            "resourceAccount",
            "context",
            "identityPolicies",
            "resourcePolicy",
            "permissionsBoundary",
            "sessionPolicy");

    /** A case can't be judged; the reason begins with the place. */
    static final class InvalidCaseException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        InvalidCaseException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static EvaluationInput read(JsonNode node, Path folder) throws InvalidCaseException {
        if (!node.isObject()) throw new InvalidCaseException("the case: must be an object");
        refuseTypos(node);
        AccessRequest request = new AccessRequest(
                text(node, "principal"),
                text(node, "action"),
                text(node, "resource"),
                node.hasNonNull("resourceAccount") ? Optional.of(text(node, "resourceAccount")) : Optional.empty(),
                context(node.path("context")));
        Optional<String> flaw = request.flaw();
        if (flaw.isPresent()) throw new InvalidCaseException(flaw.get());
        PolicyShape owned =
                request.resource().matches("arn:[^:]+:iam::[0-9]*:role/.*") ? PolicyShape.TRUST : PolicyShape.RESOURCE;
        List<Named> identity = new ArrayList<>();
        JsonNode policies = node.path("identityPolicies");
        if (policies.isArray()) {
            for (int i = 0; i < policies.size(); i++)
                identity.add(policy(policies.get(i), "identityPolicies[" + i + "]", folder, PolicyShape.IDENTITY));
        } else {
            optional(node, "identityPolicies", folder, PolicyShape.IDENTITY).ifPresent(identity::add);
        }
        return new EvaluationInput(
                request,
                new PolicySet(
                        identity,
                        optional(node, "resourcePolicy", folder, owned),
                        optional(node, "permissionsBoundary", folder, PolicyShape.IDENTITY),
                        optional(node, "sessionPolicy", folder, PolicyShape.IDENTITY)));
    }

    /** A misspelt boundary, silently left out, would turn a denial into an allow; notes of the writer's own are fine. */
    private static void refuseTypos(JsonNode node) throws InvalidCaseException {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (FIELDS.contains(name)) continue;
            for (String field : FIELDS)
                if (near(name, field))
                    throw new InvalidCaseException("the case: has no field of that name; is " + field + " meant?");
        }
    }

    private static boolean near(String name, String field) {
        String a = bare(name);
        String b = bare(field);
        return a.equals(b) || a.length() > 5 && (b.startsWith(a) || a.startsWith(b));
    }

    private static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return lower.replace("policies", "policy").replace("permissionsb", "permissionb");
    }

    private static String text(JsonNode node, String field) throws InvalidCaseException {
        JsonNode found = node.path(field);
        if (found.isMissingNode() || found.isNull()) throw new InvalidCaseException(field + ": is missing");
        if (!found.isTextual()) throw new InvalidCaseException(field + ": must be a string");
        return found.textValue();
    }

    private static Map<String, List<String>> context(JsonNode node) throws InvalidCaseException {
        Map<String, List<String>> context = new LinkedHashMap<>();
        if (node.isMissingNode() || node.isNull()) return context;
        if (!node.isObject()) throw new InvalidCaseException("context: must be an object of keys and values");
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            JsonNode value = node.path(key);
            List<String> values = new ArrayList<>();
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                if (!one.isValueNode() || one.isNull())
                    throw new InvalidCaseException(
                            "context: a value must be a string, number, boolean or a list of them");
                values.add(one.asText());
            }
            context.put(key, values);
        }
        return context;
    }

    private static Optional<Named> optional(JsonNode node, String field, Path folder, PolicyShape shape)
            throws InvalidCaseException {
        return node.hasNonNull(field) ? Optional.of(policy(node.path(field), field, folder, shape)) : Optional.empty();
    }

    private static Named policy(JsonNode node, String at, Path folder, PolicyShape shape) throws InvalidCaseException {
        if (!node.isTextual() && !node.isObject())
            throw new InvalidCaseException(at + ": must be a file's name or a document");
        String name = node.isTextual() ? node.textValue() : at;
        try {
            String json = node.isTextual() ? EvaluateCommand.text(folder.resolve(name), LARGEST) : node.toString();
            PolicyDocument document = PolicyJson.parse(json.strip());
            Optional<String> flaw = shape.flaw(document);
            if (flaw.isPresent()) throw new InvalidCaseException(at + ": " + flaw.get());
            return new Named(name, document);
        } catch (PolicySyntaxException e) {
            throw new InvalidCaseException(at + ": " + e.getMessage());
        } catch (InvalidPathException _) {
            throw new InvalidCaseException(at + ": not a path");
        } catch (NoSuchFileException _) {
            throw new InvalidCaseException(at + ": no such file");
        } catch (IOException e) {
            throw new InvalidCaseException(at + ": " + (e.getMessage() == null ? "cannot be read" : e.getMessage()));
        }
    }
}
