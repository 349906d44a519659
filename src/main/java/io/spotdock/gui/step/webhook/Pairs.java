package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Place;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Names and values that are added and taken away row by row. */
public final class Pairs {
    private final Place place;
    private final Field field;
    private final Runnable changed;
    private final ObservableList<Pair> rows = FXCollections.observableArrayList();

    /** One row. */
    public final class Pair {
        private final StringProperty name = new SimpleStringProperty("");
        private final StringProperty value = new SimpleStringProperty("");
        private final ReadOnlyObjectWrapper<Optional<Fault>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());

        private Pair(String name, String value) {
            this.name.set(name);
            this.value.set(value);
            this.name.subscribe((_, _) -> publish());
            this.value.subscribe((_, _) -> publish());
        }

        public StringProperty name() {
            return name;
        }

        public StringProperty value() {
            return value;
        }

        public ReadOnlyObjectProperty<Optional<Fault>> fault() {
            return fault.getReadOnlyProperty();
        }

        public void remove() {
            rows.remove(this);
            publish();
        }
    }

    /** {@code changed} hears of rows that the draft knows nothing of, too. */
    Pairs(Place place, Field field, Runnable changed) {
        this.place = place;
        this.changed = changed;
        this.field = field;
        place.draft().subscribe(this::read);
    }

    /** Rows that are still without a name are nobody's but this form's. */
    private void read(Draft draft) {
        if (!map().equals(draft.map(field))) {
            rows.clear();
            draft.map(field).forEach((name, value) -> rows.add(new Pair(name, value)));
        }
        Map<String, Fault> wrong = new LinkedHashMap<>();
        draft.check().problems().forEach(problem -> wrong.putIfAbsent(problem.path(), problem.fault()));
        for (Pair row : rows) row.fault.set(fault(row, wrong));
    }

    private Optional<Fault> fault(Pair row, Map<String, Fault> wrong) {
        String name = row.name.get();
        if (name.isBlank())
            return row.value.get().isBlank() ? Optional.empty() : Optional.of(Fault.of("wizard.webhook.pair.nameless"));
        boolean twice =
                rows.stream().filter(other -> other.name.get().equals(name)).count() > 1;
        if (twice) return Optional.of(Fault.of("wizard.webhook.pair.twice", name));
        return Optional.ofNullable(wrong.get(field.path() + "." + name));
    }

    private void publish() {
        Map<String, String> now = map();
        place.publish(draft -> draft.with(field, now));
        read(place.draft().get());
        changed.run();
    }

    private Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        for (Pair row : rows) if (!row.name.get().isBlank()) map.put(row.name.get(), row.value.get());
        return map;
    }

    public void add() {
        rows.add(new Pair("", ""));
    }

    public ObservableList<Pair> rows() {
        return rows;
    }

    public Field field() {
        return field;
    }

    boolean isFaulty() {
        return rows.stream().anyMatch(row -> row.fault.get().isPresent());
    }

    /** How many have a name. */
    int size() {
        return map().size();
    }
}
