package io.spotdock.settings;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.Telltales;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been typed or read so far, right or wrong: text by field. Holds no secret, only references to them. Empty
 * text is the same as none.
 *
 * @param texts of every field but the maps
 * @param maps of {@link Field.Kind#MAP} fields, in the order written
 * @param roleMadeElsewhere the cloud team makes the role, so that there is nothing to review and apply here; always so
 *     once the role's ARN is entered
 */
public record Draft(Map<Field, String> texts, Map<Field, Map<String, String>> maps, boolean roleMadeElsewhere) {
    public static final Draft EMPTY = new Draft(Map.of(), Map.of(), false);

    public Draft {
        texts = Collections.unmodifiableMap(enumMap(texts));
        maps = Collections.unmodifiableMap(enumMap(maps));
        roleMadeElsewhere |= texts.containsKey(Field.ROLE_ARN);
    }

    private static <V> Map<Field, V> enumMap(Map<Field, V> map) {
        EnumMap<Field, V> copy = new EnumMap<>(Field.class);
        copy.putAll(map);
        return copy;
    }

    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    public Map<String, String> map(Field field) {
        return maps.getOrDefault(field, Map.of());
    }

    public boolean has(Field field) {
        return texts.containsKey(field) || maps.containsKey(field);
    }

    public Draft with(Field field, String text) {
        Map<Field, String> changed = enumMap(texts);
        if (text.isBlank()) changed.remove(field);
        else changed.put(field, text);
        return new Draft(changed, maps, roleMadeElsewhere);
    }

    public Draft with(Field field, Map<String, String> map) {
        Map<Field, Map<String, String>> changed = enumMap(maps);
        if (map.isEmpty()) changed.remove(field);
        else changed.put(field, Collections.unmodifiableMap(new LinkedHashMap<>(map)));
        return new Draft(texts, changed, roleMadeElsewhere);
    }

    public Draft without(Field field) {
        return field.kind() == Field.Kind.MAP ? with(field, Map.of()) : with(field, "");
    }

    /** A role that is made here has no ARN yet, so that taking this back takes the ARN out. */
    public Draft withRoleMadeElsewhere(boolean elsewhere) {
        return new Draft(elsewhere ? texts : without(Field.ROLE_ARN).texts, maps, elsewhere);
    }

    /** The same for AWS alone: what is still missing of the webhook is then nobody's concern. */
    public Draft withoutWebhook() {
        Draft rest = this;
        for (Field field : Field.values()) if (field.isOfWebhook()) rest = rest.without(field);
        return rest;
    }

    /** Without what stands where a reference should: it may be the secret itself. */
    @Override
    public String toString() {
        Map<Field, String> shown = enumMap(texts);
        shown.replaceAll((field, text) -> field.kind() == Field.Kind.REFERENCE
                        && SecretReference.parseInSession(text).good().isEmpty()
                ? Telltales.HIDDEN
                : text);
        return "Draft[texts=" + shown + ", maps=" + maps + ", roleMadeElsewhere=" + roleMadeElsewhere + "]";
    }

    /** Applies every rule, and says all that is wrong at once. */
    public Checked check() {
        return new DraftCheck(this).check();
    }

    /** What is wrong with one field, as things stand. */
    public List<Problem> problemsOf(Field field) {
        return check().problems().stream()
                .filter(problem -> problem.path().equals(field.path()))
                .toList();
    }
}
