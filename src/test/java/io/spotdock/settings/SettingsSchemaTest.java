package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsSchemaTest {
    private final JsonNode schema = new ObjectMapper().readTree(SettingsFile.schema());

    SettingsSchemaTest() throws Exception {}

    @Test
    void theSchemaHoldsEveryKeyTheReaderKnowsAndNoOther() {
        Set<String> known =
                Arrays.stream(Field.values()).map(Field::path).collect(Collectors.toCollection(TreeSet::new));
        known.add("spotdock");
        assertThat(leaves().keySet()).isEqualTo(known);
    }

    @Test
    void theSchemaAndTheReaderAgreeOnTypes() {
        leaves().forEach((path, leaf) -> Field.ofPath(path)
                .ifPresent(field -> assertThat(shape(leaf))
                        .as(path)
                        .isEqualTo(
                                switch (field.kind()) {
                                    case FLAG -> "boolean";
                                    case MAP -> "object";
                                    case DIGITS -> "[\"string\",\"integer\"]";
                                    case REFERENCE -> "reference";
                                    case TEXT -> "text";
                                })));
    }

    @Test
    void everySectionRefusesUnknownKeys() {
        assertThat(schema.findValuesAsText("additionalProperties")).isNotEmpty();
        sections(schema)
                .forEach((path, section) -> assertThat(
                                section.path("additionalProperties").asBoolean(true))
                        .as(path)
                        .isFalse());
    }

    private static String shape(JsonNode leaf) {
        if (leaf.path("$ref").asText().equals("#/$defs/secret")) return "reference";
        if (leaf.path("$ref").asText().equals("#/$defs/map")) return "object";
        if (leaf.path("$ref").asText().equals("#/$defs/account-id")) return "[\"string\",\"integer\"]";
        JsonNode type = leaf.path("type");
        boolean digits = type.isArray() && leaf.has("pattern");
        if (leaf.has("enum") || type.asText().equals("string") || type.isArray() && !digits) return "text";
        return type.isArray() ? type.toString() : type.asText();
    }

    private Map<String, JsonNode> leaves() {
        Map<String, JsonNode> leaves = new TreeMap<>();
        collect("", schema, leaves, new TreeMap<>());
        return leaves;
    }

    private static Map<String, JsonNode> sections(JsonNode root) {
        Map<String, JsonNode> sections = new TreeMap<>();
        collect("", root, new TreeMap<>(), sections);
        return sections;
    }

    private static void collect(
            String path, JsonNode node, Map<String, JsonNode> leaves, Map<String, JsonNode> sections) {
        if (!node.has("properties")) {
            leaves.put(path, node);
            return;
        }
        sections.put(path, node);
        node.path("properties")
                .properties()
                .forEach(entry -> collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        entry.getValue(),
                        leaves,
                        sections));
    }
}
