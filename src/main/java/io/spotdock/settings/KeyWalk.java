package io.spotdock.settings;

import io.spotdock.domain.Fault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks a document along the known keys, and collects the draft, the places and what does not fit. */
public final class KeyWalk {
    private final List<Problem> problems;
    private final Set<String> others;
    private final Map<String, Position> places = new HashMap<>();
    private final Set<String> emptied = new HashSet<>();
    private Draft draft = Draft.EMPTY;

    /**
     * A walk through one document.
     *
     * @param problems to which this adds
     * @param others keys beside the sections, which somebody else reads
     */
    public KeyWalk(List<Problem> problems, String... others) {
        this.problems = problems;
        this.others = Set.of(others);
    }

    public Draft draft() {
        return draft;
    }

    /** Of the keys that were written. */
    public Map<String, Position> places() {
        return places;
    }

    /** The keys that were written with nothing behind them. */
    public Set<String> emptied() {
        return emptied;
    }

    public void fields(Node.Mapping root) {
        section(root, "");
    }

    private void section(Node.Mapping mapping, String path) {
        mapping.members().forEach((key, member) -> {
            String inner = path.isEmpty() ? key : path + "." + key;
            if (others.contains(inner)) return;
            places.put(inner, member.value().at());
            Optional<Field> field = Field.ofPath(inner);
            if (field.isPresent()) field(field.get(), member.value());
            else if (!children(inner).isEmpty()) nested(inner, member.value());
            else unknown(path, key, member.keyAt());
        });
    }

    private void nested(String path, Node value) {
        switch (value) {
            case Node.Mapping mapping -> section(mapping, path);
            case Node.Nothing _ -> emptied.add(path);
            case Node.Scalar _, Node.Sequence _ ->
                problem(path, Fault.of("fault.type.section", String.join(", ", children(path))), value.at());
        }
    }

    private void field(Field field, Node value) {
        if (value instanceof Node.Nothing) {
            emptied.add(field.path());
            return;
        }
        switch (field.kind()) {
            case MAP -> map(field, value);
            case FLAG -> {
                if (value instanceof Node.Scalar scalar && scalar.shape() == Node.Shape.FLAG)
                    draft = draft.with(field, scalar.text());
                else problem(field.path(), Fault.of("fault.type.flag"), value.at());
            }
            case DIGITS -> digits(field, value);
            case TEXT -> text(field, value);
            case REFERENCE -> reference(field, value);
        }
    }

    private void text(Field field, Node value) {
        if (value instanceof Node.Scalar(Position _, String text, Node.Shape shape) && shape != Node.Shape.FLAG) {
            draft = draft.with(field, text);
            if (text.isBlank()) emptied.add(field.path());
        } else problem(field.path(), Fault.of("fault.type.text"), value.at());
    }

    /** What was typed into a session is nowhere to be found from a file. */
    private void reference(Field field, Node value) {
        if (value instanceof Node.Scalar scalar && TypedSecret.isMeant(scalar.text()))
            problem(field.path(), Fault.of("fault.secret-reference"), value.at());
        else text(field, value);
    }

    /**
     * An ID without quotes is a number to YAML. What was written is still to be seen here, but whatever wrote the file
     * may have read it as a number before, and dropped its leading zeros.
     */
    private void digits(Field field, Node value) {
        boolean lost = field != Field.SERVICE_ACCOUNT
                && value instanceof Node.Scalar(Position _, String text, Node.Shape shape)
                && shape == Node.Shape.NUMBER
                && !text.matches("[0-9]{12}");
        if (lost && value instanceof Node.Scalar(Position _, String text, Node.Shape _))
            problem(field.path(), Fault.of("fault.account-id.number", text.length()), value.at());
        else text(field, value);
    }

    private void map(Field field, Node value) {
        if (!(value instanceof Node.Mapping mapping)) {
            problem(field.path(), Fault.of("fault.type.map"), value.at());
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.members().forEach((key, member) -> {
            String path = field.path() + "." + key;
            places.put(path, member.value().at());
            switch (member.value()) {
                case Node.Scalar scalar -> texts.put(key, scalar.text());
                case Node.Nothing _ -> {
                    texts.put(key, "");
                    emptied.add(path);
                }
                case Node.Mapping _, Node.Sequence _ ->
                    problem(path, Fault.of("fault.type.text"), member.value().at());
            }
        });
        draft = draft.with(field, texts);
    }

    private void unknown(String path, String key, Position at) {
        String inner = path.isEmpty() ? key : path + "." + key;
        Optional<String> near = Nearest.to(key, children(path))
                .map(child -> path.isEmpty() ? child : path + "." + child)
                .or(() -> elsewhere(key));
        Fault fault = near.map(known -> Fault.of("fault.key.unknown.near", key, known))
                .orElseGet(() -> Fault.of("fault.key.unknown", key, String.join(", ", children(path))));
        problem(inner, fault, at);
    }

    /** The same key in another section. */
    private static Optional<String> elsewhere(String key) {
        return Arrays.stream(Field.values())
                .map(Field::path)
                .filter(path -> path.endsWith("." + key))
                .findFirst();
    }

    /** The keys known below a path. */
    private Set<String> children(String path) {
        String start = path.isEmpty() ? "" : path + ".";
        TreeSet<String> children = new TreeSet<>();
        for (Field field : Field.values())
            if (field.path().startsWith(start))
                children.add(field.path().substring(start.length()).split("\\.", 2)[0]);
        if (path.isEmpty()) children.addAll(others);
        return children;
    }

    private void problem(String path, Fault fault, Position at) {
        problems.add(new Problem(path, fault, Optional.of(at)));
    }
}
