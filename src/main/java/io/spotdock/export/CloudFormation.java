package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** A template for CloudFormation, with nothing in it that ties it to one account, so that a StackSet can use it. */
final class CloudFormation {
    static final String FILE = "cloudformation.yaml";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Blueprint blueprint;
    private final Template template;
    private final Defaults defaults;

    CloudFormation(Template template, Defaults defaults) {
        this.blueprint = template.blueprint();
        this.template = template;
        this.defaults = defaults;
    }

    /** The conditions by their names. */
    enum Condition {
        HAS_PATH_PREFIX("HasPathPrefix"),
        HAS_PERMISSIONS_BOUNDARY("HasPermissionsBoundary"),
        MAKES_IDENTITY_PROVIDER("MakesIdentityProvider");

        private final String pascalCase;

        Condition(String pascalCase) {
            this.pascalCase = pascalCase;
        }

        @Override
        public String toString() {
            return pascalCase;
        }
    }

    String template() {
        ObjectNode root = JSON.objectNode()
                .put("AWSTemplateFormatVersion", "2010-09-09")
                .put(
                        "Description",
                        "What ThoughtSpot needs to deliver Liveboard files into a bucket. Needs CAPABILITY_NAMED_IAM."
                                + " Made by Spotdock.");
        root.set("Metadata", metadata());
        root.set("Parameters", parameters());
        root.set("Conditions", conditions());
        root.set("Resources", new CloudFormationResources(template).all());
        root.set("Outputs", outputs());
        return root.properties().stream()
                .map(entry -> YamlText.print(JSON.objectNode().set(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** How the console lays out its form. */
    private ObjectNode metadata() {
        ObjectNode metadata = JSON.objectNode();
        ObjectNode form = metadata.putObject("AWS::CloudFormation::Interface");
        ArrayNode groups = form.putArray("ParameterGroups");
        for (Parameter.Group group : Parameter.Group.values()) {
            ObjectNode node = groups.addObject();
            node.putObject("Label").put("default", group.label());
            ArrayNode members = node.putArray("Parameters");
            for (Parameter parameter : template.parameters())
                if (parameter.group() == group) members.add(parameter.pascalCase());
        }
        ObjectNode labels = form.putObject("ParameterLabels");
        for (Parameter parameter : template.parameters())
            labels.putObject(parameter.pascalCase()).put("default", parameter.label());
        return metadata;
    }

    private ObjectNode parameters() {
        ObjectNode parameters = JSON.objectNode();
        for (Parameter parameter : template.parameters())
            parameters.set(parameter.pascalCase(), declaration(parameter));
        return parameters;
    }

    private ObjectNode declaration(Parameter parameter) {
        ObjectNode node = JSON.objectNode().put("Type", "String").put("Description", parameter.description());
        template.preset(parameter, defaults).ifPresent(value -> node.put("Default", value));
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
        List<Parameter> parameters = template.parameters();
        for (Condition condition : Condition.values()) {
            Parameter parameter = parameter(condition);
            if (parameters.contains(parameter)) conditions.set(condition.toString(), test(parameter));
        }
        return conditions;
    }

    private static Parameter parameter(Condition condition) {
        return switch (condition) {
            case HAS_PATH_PREFIX -> Parameter.PATH_PREFIX;
            case HAS_PERMISSIONS_BOUNDARY -> Parameter.PERMISSIONS_BOUNDARY;
            case MAKES_IDENTITY_PROVIDER -> Parameter.CREATE_IDENTITY_PROVIDER;
        };
    }

    private static ObjectNode test(Parameter parameter) {
        return switch (parameter.rule()) {
            case Parameter.Rule.Text _ -> Intrinsics.not(Intrinsics.equal(parameter, ""));
            case Parameter.Rule.YesOrNo _ -> Intrinsics.equal(parameter, "true");
        };
    }

    private ObjectNode outputs() {
        ObjectNode outputs = JSON.objectNode();
        for (Output output : Output.of(blueprint)) {
            ObjectNode node = outputs.putObject(output.pascalCase()).put("Description", output.description());
            node.set("Value", value(output));
            // An output can't be empty.
            if (output == Output.PATH_PREFIX) node.put("Condition", Condition.HAS_PATH_PREFIX.toString());
        }
        return outputs;
    }

    private JsonNode value(Output output) {
        return switch (output) {
            case ROLE_ARN -> Intrinsics.attribute(CloudFormationResources.ROLE, "Arn");
            case EXTERNAL_ID -> Intrinsics.reference(Parameter.EXTERNAL_ID);
            case BUCKET_NAME -> Intrinsics.reference(Parameter.BUCKET_NAME);
            case REGION ->
                blueprint.bucket().isPresent()
                        ? Intrinsics.reference("AWS::Region")
                        : Intrinsics.reference(Parameter.BUCKET_REGION);
            case PATH_PREFIX -> Intrinsics.reference(Parameter.PATH_PREFIX);
        };
    }
}
