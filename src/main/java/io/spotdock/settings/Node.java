package io.spotdock.settings;

import java.util.List;
import java.util.Map;

/** A part of a document as it was written, with its place. */
public sealed interface Node {
    Position at();

    /** Keys and values, in the order written. */
    record Mapping(Position at, Map<String, Member> members) implements Node {}

    /** A key's value, with the place of the key. */
    record Member(Position keyAt, Node value) {}

    /** A single value, as written and without quotes. */
    record Scalar(Position at, String text, Shape shape) implements Node {}

    record Sequence(Position at, List<Node> members) implements Node {}

    record Nothing(Position at) implements Node {}

    /** What YAML or JSON takes a scalar for. */
    enum Shape {
        TEXT,
        NUMBER,
        FLAG
    }
}
