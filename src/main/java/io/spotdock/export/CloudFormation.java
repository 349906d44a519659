package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.Role;
import io.spotdock.plan.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A template for CloudFormation, with nothing in it that ties it to one account, so that a StackSet can use it. */
final class CloudFormation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MAKE_PROVIDER = Parameter.CREATE_IDENTITY_PROVIDER.pascalCase();
    private static final String HAS_PREFIX = "HasPathPrefix";

    private final Blueprint blueprint;
    private final Template template;
    private final Defaults defaults;

    CloudFormation(Template template, Defaults defaults) {
        this.blueprint = template.blueprint();
        this.template = template;
        this.defaults = defaults;
    }

    String template() {
        ObjectNode root = JSON.objectNode()
                .put("AWSTemplateFormatVersion", "2010-09-09")
                .put(
                        "Description",
                        "What ThoughtSpot needs to deliver Liveboard files into a bucket. Needs CAPABILITY_NAMED_IAM."
                                + " Made by Spotdock.");
        root.set("Parameters", parameters());
        root.set("Conditions", conditions());
        root.set("Resources", resources());
        root.set("Outputs", outputs());
        return YamlText.print(root);
    }

    private ObjectNode parameters() {
        ObjectNode parameters = JSON.objectNode();
        for (Parameter parameter : template.parameters()) parameters.set(parameter.pascalCase(), parameter(parameter));
        return parameters;
    }

    private ObjectNode parameter(Parameter parameter) {
        ObjectNode node = JSON.objectNode().put("Type", "String").put("Description", parameter.description());
        if (defaults == Defaults.OWN) node.put("Default", template.value(parameter));
        switch (parameter.rule()) {
            case Parameter.Rule.Text text ->
                node.put("AllowedPattern", text.pattern())
                        .put("MinLength", text.shortest())
                        .put("MaxLength", text.longest())
                        .put("ConstraintDescription", text.sentence());
            case Parameter.Rule.YesOrNo _ ->
                node.putArray("AllowedValues").add("true").add("false");
        }
        return node;
    }

    private ObjectNode conditions() {
        ObjectNode conditions = JSON.objectNode();
        conditions.set(HAS_PREFIX, call("Fn::Not", equal(Parameter.PATH_PREFIX.pascalCase(), "")));
        if (blueprint.provider().isPresent()) conditions.set(MAKE_PROVIDER, equal(MAKE_PROVIDER, "true"));
        return conditions;
    }

    private static ObjectNode equal(String parameter, String value) {
        return call("Fn::Equals", reference(parameter), JSON.textNode(value));
    }

    private static ObjectNode call(String function, JsonNode... arguments) {
        ObjectNode call = JSON.objectNode();
        call.putArray(function).addAll(List.of(arguments));
        return call;
    }

    private ObjectNode resources() {
        ObjectNode resources = JSON.objectNode();
        blueprint.bucket().ifPresent(bucket -> resources.set("Bucket", bucket(bucket)));
        template.bucketPolicy().ifPresent(policy -> resources.set("BucketPolicy", bucketPolicy(policy)));
        blueprint.provider().ifPresent(provider -> resources.set("IdentityProvider", provider(provider)));
        resources.set("Role", role());
        return resources;
    }

    /** Delivered files outlive the stack; an empty bucket of a stack that failed to come up does not. */
    private static ObjectNode bucket(Bucket bucket) {
        ObjectNode resource = resource("AWS::S3::Bucket")
                .put("DeletionPolicy", "RetainExceptOnCreate")
                .put("UpdateReplacePolicy", "Retain");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("BucketName", reference(Parameter.BUCKET_NAME.pascalCase()));
        Bucket.Protection protection = bucket.protection();
        ObjectNode rule = properties
                .putObject("BucketEncryption")
                .putArray("ServerSideEncryptionConfiguration")
                .addObject();
        ObjectNode byDefault = rule.putObject("ServerSideEncryptionByDefault");
        if (protection.kmsKey().isPresent()) {
            byDefault
                    .put("SSEAlgorithm", "aws:kms")
                    .set("KMSMasterKeyID", reference(Parameter.KMS_KEY_ARN.pascalCase()));
            rule.put("BucketKeyEnabled", true);
        } else {
            byDefault.put("SSEAlgorithm", "AES256");
        }
        properties.set("PublicAccessBlockConfiguration", S3Forms.publicAccess(protection.publicAccessBlocked()));
        properties.set("OwnershipControls", S3Forms.ownership(protection.ownership()));
        properties.set("Tags", tags(bucket.tags()));
        return resource;
    }

    private static ObjectNode bucketPolicy(JsonNode policy) {
        ObjectNode resource = resource("AWS::S3::BucketPolicy");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("Bucket", reference("Bucket"));
        properties.set("PolicyDocument", filled(policy));
        return resource;
    }

    private static ObjectNode provider(IdentityProvider provider) {
        ObjectNode resource = resource("AWS::IAM::OIDCProvider").put("Condition", MAKE_PROVIDER);
        ObjectNode properties = resource.putObject("Properties").put("Url", "https://" + GoogleProvider.HOST);
        properties.putArray("ClientIdList").add(reference(Parameter.SERVICE_ACCOUNT_ID.pascalCase()));
        properties.set("Tags", tags(provider.tags()));
        return resource;
    }

    private ObjectNode role() {
        Role role = blueprint.wanted().role();
        ObjectNode resource = resource("AWS::IAM::Role");
        ObjectNode properties = resource.putObject("Properties");
        properties.set("RoleName", reference(Parameter.ROLE_NAME.pascalCase()));
        properties
                .put("Path", blueprint.role().path())
                .put("Description", role.description())
                .put("MaxSessionDuration", role.maxSession().toSeconds())
                .set("AssumeRolePolicyDocument", trust());
        ObjectNode policy = properties.putArray("Policies").addObject().put("PolicyName", Wanted.POLICY_NAME);
        policy.set("PolicyDocument", filled(template.permissions()));
        properties.set("Tags", tags(role.tags()));
        return resource;
    }

    /** Names the provider by reference, so that it is made before the role, where it is made here. */
    private JsonNode trust() {
        JsonNode trust = filled(template.trust());
        if (blueprint.provider().isPresent())
            trust.get("Statement").forEach(statement -> {
                ObjectNode principal = statement.withObject("/Principal");
                principal.set(
                        "Federated",
                        call(
                                "Fn::If",
                                JSON.textNode(MAKE_PROVIDER),
                                reference("IdentityProvider"),
                                principal.get("Federated")));
            });
        return trust;
    }

    private ObjectNode outputs() {
        ObjectNode outputs = JSON.objectNode();
        output(outputs, "RoleArn", "The role that ThoughtSpot assumes.", attribute("Role", "Arn"));
        if (blueprint.externalId().isPresent())
            output(outputs, "ExternalId", "To be named by ThoughtSpot.", reference(Parameter.EXTERNAL_ID.pascalCase()));
        output(outputs, "BucketName", "The bucket.", reference(Parameter.BUCKET_NAME.pascalCase()));
        output(
                outputs,
                "Region",
                "The region of the bucket.",
                blueprint.bucket().isPresent()
                        ? reference("AWS::Region")
                        : reference(Parameter.BUCKET_REGION.pascalCase()));
        output(outputs, "PathPrefix", "The path prefix.", reference(Parameter.PATH_PREFIX.pascalCase()))
                .put("Condition", HAS_PREFIX);
        return outputs;
    }

    private static ObjectNode output(ObjectNode outputs, String name, String description, JsonNode value) {
        ObjectNode output = outputs.putObject(name).put("Description", description);
        output.set("Value", value);
        return output;
    }

    private static ObjectNode resource(String type) {
        return JSON.objectNode().put("Type", type);
    }

    private static ObjectNode reference(String name) {
        return JSON.objectNode().put("Ref", name);
    }

    private static ObjectNode attribute(String resource, String name) {
        return call("Fn::GetAtt", JSON.textNode(resource), JSON.textNode(name));
    }

    private static ArrayNode tags(Map<String, String> tags) {
        ArrayNode list = JSON.arrayNode();
        new TreeMap<>(tags)
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }

    /** A document of the template, its parameters as references. */
    private static JsonNode filled(JsonNode node) {
        if (node.isTextual()) return text(Template.pieces(node.textValue()));
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode();
            node.forEach(member -> list.add(filled(member)));
            return list;
        }
        ObjectNode object = JSON.objectNode();
        node.properties().forEach(entry -> object.set(entry.getKey(), filled(entry.getValue())));
        return object;
    }

    private static JsonNode text(List<Piece> pieces) {
        if (pieces.size() == 1) {
            Optional<String> name = name(pieces.getFirst());
            if (name.isPresent()) return reference(name.get());
            if (pieces.getFirst() instanceof Piece.Literal(String literal)) return JSON.textNode(literal);
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Literal(String literal)) text.append(literal.replace("${", "${!"));
            name(piece).ifPresent(name -> text.append("${").append(name).append('}'));
        }
        return JSON.objectNode().put("Fn::Sub", text.toString());
    }

    private static Optional<String> name(Piece piece) {
        return switch (piece) {
            case Piece.Literal _ -> Optional.empty();
            case Piece.Value(Parameter parameter) -> Optional.of(parameter.pascalCase());
            case Piece.Surrounding.PARTITION -> Optional.of("AWS::Partition");
            case Piece.Surrounding.ACCOUNT -> Optional.of("AWS::AccountId");
        };
    }
}
