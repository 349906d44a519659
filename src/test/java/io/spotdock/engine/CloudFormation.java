package io.spotdock.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code aws cloudformation deploy} of a new stack (CloudFormation User Guide, "Template anatomy"). The tags that
 * CloudFormation itself puts on what it makes are left out.
 */
public final class CloudFormation {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Conditions", "Resources", "Outputs");
    private static final Set<String> OF_PARAMETERS = Set.of(
            "Type",
            "Description",
            "Default",
            "AllowedPattern",
            "MinLength",
            "MaxLength",
            "ConstraintDescription",
            "AllowedValues");
    private static final Set<String> OF_RESOURCES =
            Set.of("Type", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Properties");
    private static final Set<String> POLICIES = Set.of("Delete", "Retain", "RetainExceptOnCreate");

    private final JsonNode template;
    private final Account account;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, CloudFormationResource> made = new LinkedHashMap<>();
    private final Intrinsics functions;

    /** @param given the parameters' values; the others take their defaults */
    public CloudFormation(String yaml, Map<String, String> given, Account account) {
        try {
            this.template = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new Misread(String.valueOf(e.getMessage()));
        }
        this.account = account;
        known(template, SECTIONS);
        if (!template.path("AWSTemplateFormatVersion").asText().equals("2010-09-09")) throw new Misread("no version");
        template.get("Parameters").properties().forEach(entry -> declare(entry.getKey(), entry.getValue(), given));
        if (!values.keySet().containsAll(given.keySet())) throw new Misread("unknown among " + given.keySet());
        form(template.at("/Metadata/AWS::CloudFormation::Interface"));
        values.put("AWS::Partition", account.partition());
        values.put("AWS::AccountId", account.id());
        values.put("AWS::Region", account.region());
        this.functions = new Intrinsics(values, template.get("Conditions"), this::resource);
    }

    private void declare(String name, JsonNode parameter, Map<String, String> given) {
        known(parameter, OF_PARAMETERS);
        if (!name.matches("[A-Za-z0-9]{1,255}")) throw new Misread("no name: " + name);
        if (!parameter.get("Type").asText().equals("String")) throw new Misread("unknown type of " + name);
        if (parameter.get("Description").asText().length() > 4000) throw new Misread("too long a description");
        JsonNode standard = parameter.get("Default");
        if (standard != null && !standard.isTextual()) throw new Misread("no text: " + standard);
        String value = given.get(name);
        if (value == null && standard != null) value = standard.textValue();
        if (value == null) throw new Misread("no value for " + name);
        boolean allowed = parameter.has("AllowedValues")
                ? texts(parameter.get("AllowedValues")).contains(value)
                : CommonPatterns.matches(parameter.get("AllowedPattern").asText(), value)
                        && value.length() >= parameter.path("MinLength").asInt(0)
                        && value.length() <= parameter.path("MaxLength").asInt(Integer.MAX_VALUE);
        if (!allowed)
            throw new Misread(
                    name + ": " + parameter.path("ConstraintDescription").asText());
        values.put(name, value);
    }

    /** Each parameter stands once on the form, with a label. */
    private void form(JsonNode form) {
        List<String> shown = new ArrayList<>();
        form.get("ParameterGroups").forEach(group -> shown.addAll(texts(group.get("Parameters"))));
        Set<String> labelled = new HashSet<>();
        form.get("ParameterLabels").fieldNames().forEachRemaining(labelled::add);
        if (shown.size() != values.size() || !Set.copyOf(shown).equals(values.keySet())) throw new Misread("" + shown);
        if (!labelled.equals(values.keySet())) throw new Misread("labels " + labelled);
    }

    /**
     * Makes the resources.
     *
     * @return the outputs
     */
    public Map<String, String> deploy() {
        template.get("Resources").fieldNames().forEachRemaining(name -> {
            JsonNode condition = template.at("/Resources/" + name + "/Condition");
            if (condition.isMissingNode() || functions.holds(condition.asText())) resource(name);
        });
        Map<String, String> outputs = new LinkedHashMap<>();
        template.get("Outputs").properties().forEach(entry -> {
            JsonNode output = entry.getValue();
            known(output, Set.of("Description", "Value", "Condition"));
            if (output.has("Condition")
                    && !functions.holds(output.get("Condition").asText())) return;
            String value = functions.value(output.get("Value")).asText();
            if (value.isEmpty()) throw new Misread("an empty output: " + entry.getKey());
            outputs.put(entry.getKey(), value);
        });
        return outputs;
    }

    private CloudFormationResource resource(String name) {
        CloudFormationResource there = made.get(name);
        if (there != null) return there;
        JsonNode resource = template.at("/Resources/" + name);
        if (resource.isMissingNode()) throw new Misread("unknown " + name);
        known(resource, OF_RESOURCES);
        for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy"))
            if (resource.has(policy) && !POLICIES.contains(resource.get(policy).asText()))
                throw new Misread("unknown policy of " + name);
        ObjectNode properties = (ObjectNode) functions.value(resource.get("Properties"));
        CloudFormationResource now =
                CloudFormationResource.make(resource.get("Type").asText(), properties, account);
        made.put(name, now);
        return now;
    }

    static void known(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) throw new Misread("unknown " + name);
        });
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(member -> texts.add(member.textValue()));
        return texts;
    }
}
