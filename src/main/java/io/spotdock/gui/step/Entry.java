package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A line that a person types. What is wrong with it is told once they have left it or tried to go on, not while they type
 * its first characters, and no longer than it is wrong.
 */
public final class Entry {
    private final Function<String, Optional<Fault>> rule;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Fault>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean told;

    /** @param rule what is wrong with a text that is not blank */
    public Entry(Function<String, Optional<Fault>> rule) {
        this.rule = rule;
        text.subscribe(_ -> fault.set(told ? problem() : Optional.empty()));
    }

    public StringProperty text() {
        return text;
    }

    public String value() {
        return text.get().strip();
    }

    public boolean isBlank() {
        return text.get().isBlank();
    }

    /** What is to be shown as wrong. */
    public ReadOnlyObjectProperty<Optional<Fault>> fault() {
        return fault.getReadOnlyProperty();
    }

    public Optional<Fault> problem() {
        return isBlank() ? Optional.empty() : rule.apply(value());
    }

    /** The person has left it, or tried to go on: from now on faults are told. */
    public void left() {
        told = true;
        fault.set(problem());
    }

    /** Somebody outside refused the text as it is; that holds until it is changed. */
    public void refuse(Fault why) {
        fault.set(Optional.of(why));
    }

    /** Follows what was set elsewhere, but leaves alone what is being typed: a blank text is the same as none. */
    public void follow(Optional<String> value) {
        String now = value.orElse("");
        if (!now.strip().equals(value())) text.set(now);
    }
}
