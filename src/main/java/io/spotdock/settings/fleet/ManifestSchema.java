package io.spotdock.settings.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The manifest's JSON Schema: its frame, and within it the settings' own, so that a rule about a field is written once.
 * What must be there is left out of that, since a default or an integration may have the rest, and a text may be one
 * that is filled in.
 */
final class ManifestSchema {
    private static final String FRAME = "/schema/spotdock-fleet.schema.json";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ManifestSchema() {}

    static String text() {
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream in = ManifestSchema.class.getResourceAsStream(FRAME)) {
            if (in == null) throw new IllegalStateException("the schema is not in this build");
            ObjectNode schema = (ObjectNode) mapper.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            fill(schema.withObject("/$defs"), (ObjectNode) mapper.readTree(SettingsFile.schema()));
            return mapper.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a schema", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(ObjectNode definitions, ObjectNode settings) {
        definitions.setAll((ObjectNode) settings.required("$defs"));
        ObjectNode sections = relaxed(settings);
        sections.withObject("/properties").remove("spotdock");
        definitions.set("settings", sections);

        ObjectNode integration = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        integration.putArray("required").add("name");
        ObjectNode properties = integration.putObject("properties");
        properties.putObject("name").put("$ref", "#/$defs/name");
        sections.get("properties")
                .fieldNames()
                .forEachRemaining(key -> properties.putObject(key).put("$ref", "#/$defs/settings/properties/" + key));
        definitions.set("integration", integration);
    }

    /** A section or a field, with nothing in it required. */
    private static ObjectNode relaxed(JsonNode node) {
        ObjectNode relaxed = JSON.objectNode();
        if (!node.has("properties")) {
            relaxed.putArray("anyOf").add(node).addObject().put("$ref", "#/$defs/without-or-filled-in");
            return relaxed;
        }
        relaxed.putArray("type").add("object").add("null");
        if (node.has("description")) relaxed.set("description", node.get("description"));
        if (node.has("maxProperties")) relaxed.set("maxProperties", node.get("maxProperties"));
        relaxed.put("additionalProperties", false);
        ObjectNode properties = relaxed.putObject("properties");
        for (Map.Entry<String, JsonNode> property : node.get("properties").properties())
            properties.set(property.getKey(), relaxed(property.getValue()));
        return relaxed;
    }
}
