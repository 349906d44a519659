package io.spotdock.discovery;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes down what one origin says. */
final class Notebook {
    private final Origin origin;
    private final List<Clue> clues = new ArrayList<>();
    private final Map<Field, Map<String, String>> maps = new EnumMap<>(Field.class);
    private final Map<Field, Fault> needed = new EnumMap<>(Field.class);
    private final List<Fault> notes = new ArrayList<>();

    Notebook(Origin origin) {
        this.origin = origin;
    }

    void says(Field field, Object value) {
        says(field, value, origin);
    }

    void says(Field field, Object value, Origin from) {
        clues.add(new Clue(field, value.toString(), from));
    }

    void says(Field field, Map<String, String> map) {
        if (!map.isEmpty()) maps.put(field, map);
    }

    void needs(Field field, String why, Object... arguments) {
        needed.putIfAbsent(field, Fault.of(why, arguments));
    }

    void note(String key, Object... arguments) {
        Fault note = Fault.of(key, arguments);
        if (!notes.contains(note)) notes.add(note);
    }

    /** A note with what it lists; none where that is nothing. */
    void list(String key, Collection<String> listed) {
        if (!listed.isEmpty()) note(key, String.join(", ", listed));
    }

    Findings findings() {
        return new Findings(clues, maps, needed, notes);
    }
}
