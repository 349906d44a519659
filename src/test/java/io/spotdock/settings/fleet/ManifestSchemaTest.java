package io.spotdock.settings.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.settings.Field;
import io.spotdock.settings.SettingsFile;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestSchemaTest {
    private final JsonNode schema = new ObjectMapper().readTree(ManifestFile.schema());
    private final JsonNode settings = new ObjectMapper().readTree(SettingsFile.schema());

    ManifestSchemaTest() throws Exception {}

    @Test
    void defaultsHaveEveryKeyTheReaderKnowsAndNoOther() {
        assertThat(leaves("", schema.at("/$defs/settings"), new TreeMap<>()).keySet())
                .isEqualTo(
                        Arrays.stream(Field.values()).map(Field::path).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(schema.at("/properties/defaults/$ref").asText()).isEqualTo("#/$defs/settings");
    }

    @Test
    void anIntegrationHasTheSameSectionsAndAName() {
        Set<String> keys = new TreeSet<>();
        schema.at("/$defs/integration/properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactly("aws", "bucket", "name", "role", "thoughtspot", "webhook");
        assertThat(schema.at("/$defs/integration/required"))
                .extracting(JsonNode::asText)
                .containsExactly("name");
    }

    /** The rule of a field is the settings' own, word by word, beside what a manifest may hold instead. */
    @Test
    void aFieldsRuleIsTheSettingsOwn() {
        Map<String, JsonNode> rules = leaves("", settings, new TreeMap<>());
        leaves("", schema.at("/$defs/settings"), new TreeMap<>()).forEach((path, leaf) -> {
            assertThat(leaf.at("/anyOf/0")).as(path).isEqualTo(rules.get(path));
            assertThat(leaf.at("/anyOf/1/$ref").asText()).isEqualTo("#/$defs/without-or-filled-in");
        });
    }

    @Test
    void nothingIsRequiredThatADefaultOrAnIntegrationMayHave() {
        assertThat(schema.at("/$defs/settings").findValues("required")).isEmpty();
        assertThat(schema.at("/$defs/settings").findValues("allOf")).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(schema.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                schema.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void theFrameHasTheKeysThatTheReaderKnows() {
        Set<String> keys = new TreeSet<>();
        schema.at("/properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).isEqualTo(new TreeSet<>(ManifestWalk.KEYS));
    }

    private static Map<String, JsonNode> leaves(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (!node.has("properties")) {
            if (!path.equals("spotdock")) leaves.put(path, node);
            return leaves;
        }
        node.get("properties")
                .properties()
                .forEach(property -> leaves(
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                        property.getValue(),
                        leaves));
        return leaves;
    }
}
