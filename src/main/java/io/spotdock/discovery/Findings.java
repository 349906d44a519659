package io.spotdock.discovery;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was found. A field is settled by what all that speak of it agree on: where a role allows two buckets and the
 * webhook writes to one of them, that one is meant; where they agree on nothing or on several things, it is open.
 *
 * @param maps of {@link Field.Kind#MAP} fields
 * @param needed what can't be left out though nothing was found for it, and why
 * @param notes what settings have no place for, and whatever else a person should know
 */
public record Findings(
        List<Clue> clues, Map<Field, Map<String, String>> maps, Map<Field, Fault> needed, List<Fault> notes) {
    public static final Findings NOTHING = new Findings(List.of(), Map.of(), Map.of(), List.of());

    public Findings {
        clues = List.copyOf(clues);
        maps = Map.copyOf(maps);
        needed = Map.copyOf(needed);
        notes = List.copyOf(notes);
    }

    public Findings and(Findings more) {
        Map<Field, Map<String, String>> allMaps = new EnumMap<>(Field.class);
        allMaps.putAll(maps);
        allMaps.putAll(more.maps);
        Map<Field, Fault> allNeeded = new EnumMap<>(Field.class);
        allNeeded.putAll(needed);
        allNeeded.putAll(more.needed);
        return new Findings(
                Stream.concat(clues.stream(), more.clues.stream()).toList(),
                allMaps,
                allNeeded,
                Stream.concat(notes.stream(), more.notes.stream()).toList());
    }

    public Findings with(Fault note) {
        return and(new Findings(List.of(), Map.of(), Map.of(), List.of(note)));
    }

    /** The settings as far as they are settled. */
    public Draft over(Given given) {
        Draft draft = given.draft();
        for (Field field : Field.values()) {
            if (given.settles(field)) continue;
            Optional<String> value = agreed(field);
            if (value.isPresent()) draft = draft.with(field, value.get());
            if (maps.containsKey(field)) draft = draft.with(field, maps.getOrDefault(field, Map.of()));
        }
        for (Field field : ofOtherHosting(draft)) if (!given.settles(field)) draft = draft.without(field);
        return draft;
    }

    /** The fields of which nothing more is to be asked, those included that are known to be empty. */
    public Set<Field> settled(Given given) {
        EnumSet<Field> settled = EnumSet.noneOf(Field.class);
        for (Field field : Field.values())
            if (given.settles(field) || agreed(field).isPresent() || maps.containsKey(field)) settled.add(field);
        return Collections.unmodifiableSet(settled);
    }

    /** What a person has to settle, in the order of the fields. */
    public List<Open> open(Given given) {
        List<Open> open = new ArrayList<>();
        Set<Field> beside = ofOtherHosting(over(given));
        for (Field field : Field.values()) {
            if (given.settles(field) || beside.contains(field) || agreed(field).isPresent()) continue;
            List<Clue> found = of(field);
            if (!found.isEmpty()) open.add(new Open(field, Optional.empty(), found));
            else if (needed.containsKey(field))
                open.add(new Open(field, Optional.ofNullable(needed.get(field)), List.of()));
        }
        return open;
    }

    /** Where a person says something else than was found. */
    public List<Fault> overruled(Given given) {
        List<Fault> overruled = new ArrayList<>();
        for (Field field : given.fields()) {
            Set<String> values = new TreeSet<>();
            of(field).forEach(clue -> values.add(clue.value()));
            String said = given.draft().text(field).orElse("").strip();
            if (!values.isEmpty() && !values.contains(said))
                overruled.add(Fault.of(
                        "note.discovery.overruled", field.path(), shown(said), shown(String.join(", ", values))));
        }
        return overruled;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private List<Clue> of(Field field) {
        return clues.stream().filter(clue -> clue.field() == field).distinct().toList();
    }

    private Optional<String> agreed(Field field) {
        Map<Origin, Set<String>> said = new EnumMap<>(Origin.class);
        of(field)
                .forEach(clue -> said.computeIfAbsent(clue.origin(), _ -> new LinkedHashSet<>())
                        .add(clue.value()));
        if (said.isEmpty()) return Optional.empty();
        Set<String> common = new LinkedHashSet<>(said.values().iterator().next());
        said.values().forEach(common::retainAll);
        return common.size() == 1 ? Optional.of(common.iterator().next()) : Optional.empty();
    }

    /** ThoughtSpot runs on one cloud, so that what speaks of the other has nothing to say. */
    private static Set<Field> ofOtherHosting(Draft draft) {
        return switch (draft.text(Field.HOSTING).orElse("")) {
            case "aws" -> EnumSet.of(Field.SERVICE_ACCOUNT, Field.GOOGLE_PROVIDER);
            case "gcp" -> EnumSet.of(Field.THOUGHTSPOT_ACCOUNT, Field.EXTERNAL_ID);
            default -> EnumSet.noneOf(Field.class);
        };
    }
}
