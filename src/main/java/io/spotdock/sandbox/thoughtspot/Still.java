package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import io.spotdock.sandbox.control.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the cluster holds, as values that can be compared. */
record Still(Directory directory, Webhooks all, Preferences preferences) {
    /** What differs between two clusters that were told the same. */
    private static final List<String> OF_THE_CLUSTER = List.of(
            "id", "org", "creation_time_in_millis", "modification_time_in_millis", "created_by", "last_modified_by");

    Map<String, List<Map<String, String>>> webhooks() {
        Map<String, List<Map<String, String>>> byOrg = new TreeMap<>();
        for (Org org : directory.orgs()) {
            List<Map<String, String>> ofOrg =
                    all.of(org).stream().map(Still::fields).toList();
            if (!ofOrg.isEmpty()) byOrg.put(org.name(), ofOrg);
        }
        return byOrg;
    }

    private static Map<String, String> fields(StoredWebhook webhook) {
        ObjectNode answered = WebhookJson.of(webhook);
        answered.remove(OF_THE_CLUSTER);
        Map<String, String> fields = new TreeMap<>();
        collect(answered, "", fields);
        return Collections.unmodifiableMap(fields);
    }

    /** Each value under the path to it; what is null is not there. */
    private static void collect(JsonNode node, String path, Map<String, String> fields) {
        if (node.isNull()) return;
        if (node.isValueNode()) fields.put(path, Snapshot.lasting(node.asText()));
        for (Map.Entry<String, JsonNode> member : node.properties())
            collect(member.getValue(), path.isEmpty() ? member.getKey() : path + "." + member.getKey(), fields);
        for (int i = 0; node.isArray() && i < node.size(); i++) collect(node.get(i), path + "[" + i + "]", fields);
    }

    Map<String, List<String>> channels() {
        Map<String, List<String>> channels = new TreeMap<>();
        preferences.ofCluster().ifPresent(list -> channels.put("cluster", sorted(list)));
        for (Org org : directory.orgs()) preferences.of(org).ifPresent(list -> channels.put(org.name(), sorted(list)));
        return channels;
    }

    private static List<String> sorted(List<String> channels) {
        return channels.stream().sorted().toList();
    }
}
