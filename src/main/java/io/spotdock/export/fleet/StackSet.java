package io.spotdock.export.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.export.ExportFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template, and the stacks that are made of it: one at most in each account and region of one partition
 * (CloudFormation User Guide, "StackSets concepts").
 *
 * @param name of letters, digits and hyphens, starting with a letter, up to 128 (CloudFormation API Reference,
 *     "CreateStackSet"); its folder is called the same
 * @param unset what the set itself says of parameters whose value each stack has to itself. Without any it is refused;
 *     these are legal, and nothing comes of them
 */
record StackSet(String name, Partition partition, String template, Map<String, String> unset, List<Stack> stacks) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A stack, by the names of the integrations in it. */
    record Stack(AccountId account, RegionName region, Map<String, String> values, List<String> integrations) {
        String file() {
            return "instances-" + account + "-" + region + ".json";
        }
    }

    StackSet {
        if (!name.matches("[a-zA-Z][-a-zA-Z0-9]{0,127}")) throw new IllegalArgumentException("not a name: " + name);
        stacks = List.copyOf(stacks);
    }

    /** Below a folder of its own. */
    List<ExportFile> files() {
        List<ExportFile> files = new ArrayList<>();
        files.add(new ExportFile("template.yaml", template, false));
        files.add(new ExportFile("stack-set.json", JsonText.print(set()), false));
        for (Stack stack : stacks) files.add(new ExportFile(stack.file(), JsonText.print(instances(stack)), false));
        return files.stream().map(file -> file.below(name)).toList();
    }

    /** The input of {@code create-stack-set}, beside the template. */
    private ObjectNode set() {
        ObjectNode input = JSON.objectNode()
                .put("StackSetName", name)
                .put("Description", "What ThoughtSpot needs to deliver Liveboard files. Made by Spotdock.")
                .put("PermissionModel", "SELF_MANAGED");
        input.putArray("Capabilities").add("CAPABILITY_NAMED_IAM");
        input.set("Parameters", parameters(unset));
        // Or the second of several commands is refused while the first is at work.
        input.putObject("ManagedExecution").put("Active", true);
        return input;
    }

    /** The input of {@code create-stack-instances}, and of {@code update-stack-instances}. */
    private ObjectNode instances(Stack stack) {
        ObjectNode input = JSON.objectNode().put("StackSetName", name);
        input.putArray("Accounts").add(stack.account().value());
        input.putArray("Regions").add(stack.region().value());
        input.set("ParameterOverrides", parameters(stack.values()));
        input.putObject("OperationPreferences")
                .put("RegionConcurrencyType", "SEQUENTIAL")
                .put("FailureToleranceCount", 0)
                .put("MaxConcurrentCount", 1);
        return input;
    }

    private static ArrayNode parameters(Map<String, String> values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach((key, value) -> list.addObject().put("ParameterKey", key).put("ParameterValue", value));
        return list;
    }
}
