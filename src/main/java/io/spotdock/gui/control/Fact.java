package io.spotdock.gui.control;

import java.util.Optional;
import javafx.scene.Node;

/** A line of a {@link FactsTable}: a label, a value, perhaps an explanation, and perhaps a button at the end. */
public record Fact(String label, String value, boolean mono, String explanation, Optional<Node> end) {
    /** A value that a machine reads. */
    public Fact(String label, String value) {
        this(label, value, true, "", Optional.empty());
    }

    /** A value in words. */
    public static Fact inWords(String label, String value) {
        return new Fact(label, value, false, "", Optional.empty());
    }

    public Fact explained(String why) {
        return new Fact(label, value, mono, why, end);
    }

    public Fact withEnd(Node node) {
        return new Fact(label, value, mono, explanation, Optional.of(node));
    }
}
