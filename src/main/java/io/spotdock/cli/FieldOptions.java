package io.spotdock.cli;

import io.spotdock.discovery.Given;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for every field of the settings, named by its path: {@code bucket.name} is {@code --bucket-name}. */
final class FieldOptions {
    private static final Map<Field, String> SHORTER = Map.of(
            Field.HOSTING, "--hosting",
            Field.HOST, "--host",
            Field.ORG, "--org",
            Field.ACCOUNT, "--account-id",
            Field.PROFILE, "--profile",
            Field.REGION, "--region",
            Field.BUCKET_NAME, "--bucket",
            Field.PREFIX, "--prefix",
            Field.ROLE_NAME, "--role",
            Field.EXTERNAL_ID, "--external-id");

    private final Map<Field, OptionSpec> options = new EnumMap<>(Field.class);

    /** Adds the options to a command. */
    void addTo(CommandSpec command) {
        for (Field field : Field.values()) {
            boolean map = field.kind() == Field.Kind.MAP;
            OptionSpec option = OptionSpec.builder(names(field))
                    .type(map ? Map.class : String.class)
                    .auxiliaryTypes(map ? new Class<?>[] {String.class, String.class} : new Class<?>[] {String.class})
                    .initialValue(map ? new LinkedHashMap<String, String>() : null)
                    .paramLabel(label(field))
                    .description(field.path())
                    .build();
            options.put(field, option);
            command.addOption(option);
        }
    }

    private static String[] names(Field field) {
        List<String> names = new ArrayList<>();
        if (SHORTER.containsKey(field)) names.add(SHORTER.get(field));
        names.add("--" + field.path().replace('.', '-'));
        return names.toArray(String[]::new);
    }

    private static String label(Field field) {
        return switch (field.kind()) {
            case TEXT -> "TEXT";
            case DIGITS -> "DIGITS";
            case FLAG -> "true|false";
            case MAP -> "KEY=VALUE";
            case REFERENCE -> "env:NAME|file:PATH";
        };
    }

    /** The option that sets a field, for messages. */
    static String name(Field field) {
        return SHORTER.getOrDefault(field, "--" + field.path().replace('.', '-'));
    }

    /** What was given on the command line, be it nothing: {@code --prefix=} says that there is none. */
    Given given() {
        Set<Field> said = EnumSet.noneOf(Field.class);
        options.forEach((field, option) -> {
            Object value = option.getValue();
            if (value instanceof String || value instanceof Map<?, ?> map && !map.isEmpty()) said.add(field);
        });
        return new Given(draft(), said);
    }

    /** What was given on the command line. */
    Draft draft() {
        Draft draft = Draft.EMPTY;
        for (Map.Entry<Field, OptionSpec> entry : options.entrySet()) {
            Object value = entry.getValue().getValue();
            if (value instanceof String text) draft = draft.with(entry.getKey(), text);
            else if (value instanceof Map<?, ?> map) {
                Map<String, String> texts = new LinkedHashMap<>();
                map.forEach((key, item) -> texts.put(String.valueOf(key), String.valueOf(item)));
                draft = draft.with(entry.getKey(), texts);
            }
        }
        return draft;
    }
}
