package io.spotdock.gui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One choice among cards, rows or segments. The group is one stop for Tab, at what is selected or else at the first;
 * arrows move and select, round the ends.
 */
public final class RadioGroup<T> {
    /** A toggle that is a node, and what it stands for. */
    private record Member<T>(T value, Node node, Toggle toggle) {}

    private final List<Member<T>> members = new ArrayList<>();
    private final ToggleGroup toggles = new ToggleGroup();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(this, "value");

    public RadioGroup() {
        value.subscribe(this::show);
        toggles.selectedToggleProperty().subscribe(now -> {
            // Never none again by a second click on a toggle button.
            if (now == null) show();
            else
                members.stream().filter(m -> m.toggle().equals(now)).findFirst().ifPresent(m -> value.set(m.value()));
        });
    }

    /** Adds a card or a row that stands for this value, and returns it. */
    public <N extends Node & Toggle> N add(T meaning, N node) {
        members.add(new Member<>(meaning, node, node));
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> arrows(node, event));
        node.setToggleGroup(toggles);
        show();
        return node;
    }

    /** Takes all out, for another list; the value stays. */
    public void clear() {
        List<Member<T>> gone = List.copyOf(members);
        members.clear();
        gone.forEach(m -> m.toggle().setToggleGroup(null));
    }

    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    public @Nullable T getValue() {
        return value.get();
    }

    public void setValue(@Nullable T now) {
        value.set(now);
    }

    /** Puts the keyboard on what is selected, or else on the first. */
    public void requestFocus() {
        if (!members.isEmpty()) stop().node().requestFocus();
    }

    private void show() {
        T now = value.get();
        if (members.isEmpty()) return;
        for (Member<T> member : members) member.toggle().setSelected(Objects.equals(now, member.value()));
        Member<T> stop = stop();
        for (Member<T> member : members) member.node().setFocusTraversable(member.equals(stop));
    }

    private Member<T> stop() {
        return members.stream().filter(m -> m.toggle().isSelected()).findFirst().orElse(members.getFirst());
    }

    private void arrows(Node node, KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP, LEFT -> -1;
            case DOWN, RIGHT -> 1;
            default -> 0;
        };
        if (step == 0 || !node.equals(event.getTarget())) return;
        event.consume();
        int here = members.stream().map(Member::node).toList().indexOf(node);
        for (int i = 1; i <= members.size(); i++) {
            Member<T> next = members.get(Math.floorMod(here + i * step, members.size()));
            if (next.node().isDisabled() || !next.node().isVisible()) continue;
            value.set(next.value());
            next.node().requestFocus();
            return;
        }
    }
}
