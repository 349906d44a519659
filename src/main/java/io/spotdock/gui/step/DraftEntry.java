package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Problem;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A field of the draft as a person types it: published at once, and told what is wrong with it when they have left it or
 * wanted to go on. A fault that no further typing could put right is told at once, and none outlasts its cause.
 */
public final class DraftEntry {
    private final Field field;
    private final Predicate<Fault> hopeless;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Fault>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Fault>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean insisted;

    /** @param hopeless whether a fault stays one however the text goes on */
    public DraftEntry(Place place, Field field, Predicate<Fault> hopeless) {
        this.field = field;
        this.hopeless = hopeless;
        place.draft().subscribe(this::read);
        text.subscribe(typed -> {
            if (!same(typed, place.draft().get())) place.publish(draft -> draft.with(field, typed));
        });
    }

    /** An entry whose faults may all go away with more typing. */
    public DraftEntry(Place place, Field field) {
        this(place, field, _ -> false);
    }

    private void read(Draft draft) {
        if (!same(text.get(), draft)) text.set(entered(draft));
        problem.set(draft.problemsOf(field).stream().map(Problem::fault).findFirst());
        if (problem.get().isEmpty()) insisted = false;
        tell();
    }

    /** A draft knows no blank text, which must not be taken from a person's hands. */
    private boolean same(String typed, Draft draft) {
        String entered = entered(draft);
        return entered.isEmpty() ? typed.isBlank() : entered.equals(typed);
    }

    private String entered(Draft draft) {
        return draft.text(field).orElse("");
    }

    private void tell() {
        told.set(problem.get().filter(fault -> insisted || hopeless.test(fault)));
    }

    /** The person went on to something else. */
    public void left() {
        if (!text.get().isBlank()) insist();
    }

    /** From now on its faults are told. */
    public void insist() {
        insisted = true;
        tell();
    }

    public Field field() {
        return field;
    }

    public StringProperty text() {
        return text;
    }

    public boolean isEmpty() {
        return text.get().isBlank();
    }

    /** What is wrong, told or not. */
    public Optional<Fault> problem() {
        return problem.get();
    }

    /** What is wrong and should be shown. */
    public ReadOnlyObjectProperty<Optional<Fault>> told() {
        return told.getReadOnlyProperty();
    }
}
