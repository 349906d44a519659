package io.spotdock.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.SecretReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings file: YAML or JSON, {@code spotdock: 1} at its head. */
public final class SettingsFile {
    static final String HEAD = "spotdock";
    /** At the head of another kind of file, which a fleet's commands read. */
    private static final String OF_FLEET = "spotdock-fleet";

    static final String VERSION = "1";
    private static final int LARGEST = 1 << 20;
    private static final String SCHEMA = "/schema/spotdock-settings.schema.json";

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read as bytes; what is wrong in it is in the reading
     */
    public static Reading read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(LARGEST + 1), String.valueOf(file.getFileName()));
        }
    }

    /** Reads a file's content; {@code name} tells YAML from JSON where it ends so, else the first character does. */
    public static Reading read(byte[] content, String name) {
        if (content.length > LARGEST) return illegible(Fault.of("fault.settings.large"));
        return switch (Utf8.read(content)) {
            case Parsed.Good<String>(String text) -> read(text, name);
            case Parsed.Bad<String>(Fault fault) -> illegible(fault);
        };
    }

    private static Reading read(String text, String name) {
        DocumentReader reader = new DocumentReader(LARGEST, "fault.settings.empty");
        Optional<Node> root = reader.read(text, DocumentReader.isJson(text, name));
        List<Problem> problems = new ArrayList<>(reader.problems());
        KeyWalk walk = new KeyWalk(problems, HEAD);
        root.ifPresent(node -> {
            if (!(node instanceof Node.Mapping mapping))
                problems.add(problem("", "fault.settings.no-mapping", node.at()));
            else if (!isSettings(node)) problems.add(problem("", "fault.settings.manifest", node.at()));
            else {
                head(mapping, problems);
                walk.fields(mapping);
            }
        });
        return new Reading(
                walk.draft(),
                problems,
                walk.places(),
                root.filter(SettingsFile::isSettings).isPresent());
    }

    private static boolean isSettings(Node root) {
        return root instanceof Node.Mapping mapping && !mapping.members().containsKey(OF_FLEET);
    }

    private static void head(Node.Mapping root, List<Problem> problems) {
        Node.Member head = root.members().get(HEAD);
        if (head == null) problems.add(problem(HEAD, "fault.settings.head", root.at()));
        else if (!(head.value() instanceof Node.Scalar scalar) || !scalar.text().equals(VERSION))
            problems.add(problem(HEAD, "fault.settings.version", head.value().at()));
    }

    private static Problem problem(String path, String fault, Position at) {
        return new Problem(path, Fault.of(fault), Optional.of(at));
    }

    private static Reading illegible(Fault fault) {
        return new Reading(Draft.EMPTY, List.of(new Problem("", fault, Optional.empty())), Map.of(), false);
    }

    /** The draft as a settings file in YAML: keys in canonical order, IDs in quotes. */
    public static String write(Draft draft) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(HEAD, Integer.valueOf(VERSION));
        for (Field field : Field.values()) if (draft.has(field)) put(root, field.path(), value(draft, field));
        YAMLFactory yaml = YAMLFactory.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        try {
            return "# Settings of Spotdock. Secrets stand here by reference only: env:NAME or file:PATH.\n"
                    + new ObjectMapper(yaml).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Draft draft, Field field) {
        return switch (field.kind()) {
            case MAP -> draft.map(field);
            case FLAG -> Boolean.valueOf(draft.text(field).orElseThrow().strip());
            case TEXT, DIGITS -> draft.text(field).orElseThrow().strip();
            case REFERENCE -> reference(field, draft.text(field).orElseThrow().strip());
        };
    }

    private static String reference(Field field, String text) {
        // What is no reference may be the secret itself, in the wrong place.
        boolean reference = SecretReference.parse(text).good().isPresent();
        return reference ? text : TypedSecret.inFile(field).toString();
    }

    private static void put(Map<String, Object> section, String path, Object value) {
        String[] parts = path.split("\\.", 2);
        if (parts.length == 1) {
            section.put(path, value);
            return;
        }
        @SuppressWarnings("unchecked") // only sections are ever put at the inner parts of a path
        Map<String, Object> inner =
                (Map<String, Object>) section.computeIfAbsent(parts[0], _ -> new LinkedHashMap<String, Object>());
        put(inner, parts[1], value);
    }

    /** The JSON Schema (2020-12) of the file. */
    public static String schema() {
        try (InputStream in = SettingsFile.class.getResourceAsStream(SCHEMA)) {
            if (in == null) throw new IllegalStateException("the schema is not in this build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
