package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.settings.Field;
import io.spotdock.settings.Nearest;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks along the keys at a manifest's root. */
final class ManifestWalk {
    private static final String HEAD = "spotdock-fleet";
    private static final String VERSION = "1";
    private static final String SIGN_IN = "sign-in";
    private static final String DEFAULTS = "defaults";
    private static final String INTEGRATIONS = "integrations";
    static final List<String> KEYS = List.of(HEAD, Roll.NAME, SIGN_IN, DEFAULTS, INTEGRATIONS);

    /** Where the integrations are. */
    sealed interface Integrations {
        record Listed(List<Node> nodes) implements Integrations {}

        /** @param at where the file is named */
        record Beside(String file, Position at) implements Integrations {}
    }

    private final List<Problem> problems;
    private Optional<String> name = Optional.empty();
    private SignIns signIns = SignIns.COMMANDS_OWN;
    private Part defaults = Part.none(DEFAULTS, new Position(1, 1));
    private Integrations integrations = new Integrations.Listed(List.of());

    /** @param problems to which this adds */
    ManifestWalk(List<Problem> problems) {
        this.problems = problems;
    }

    /** Whether this is a manifest at all. */
    boolean walk(Node node) {
        if (!(node instanceof Node.Mapping root)) {
            problem("", Fault.of("fault.fleet.head"), node.at());
            return false;
        }
        if (!head(root)) return false;
        defaults = Part.none(DEFAULTS, root.at());
        root.members().forEach((key, member) -> {
            switch (key) {
                case HEAD -> {}
                case Roll.NAME -> name(member.value());
                case SIGN_IN -> signIns = new SignInWalk(problems).walk(SIGN_IN, member.value());
                case DEFAULTS -> defaults = Part.read(DEFAULTS, member.value(), problems);
                case INTEGRATIONS -> integrations(member.value());
                default -> unknown(key, member.keyAt());
            }
        });
        if (!root.members().containsKey(INTEGRATIONS))
            problem(INTEGRATIONS, Fault.of("fault.fleet.integrations"), root.at());
        return true;
    }

    private boolean head(Node.Mapping root) {
        Node.Member head = root.members().get(HEAD);
        if (head == null) {
            boolean settings = root.members().containsKey("spotdock");
            problem(HEAD, Fault.of(settings ? "fault.fleet.settings" : "fault.fleet.head"), root.at());
            return false;
        }
        boolean ours =
                head.value() instanceof Node.Scalar scalar && scalar.text().equals(VERSION);
        if (!ours) problem(HEAD, Fault.of("fault.fleet.version"), head.value().at());
        return ours;
    }

    private void name(Node value) {
        switch (value) {
            case Node.Nothing _ -> {}
            case Node.Scalar(Position at, String text, Node.Shape _) -> {
                Parsed<String> parsed = Names.parse(text);
                parsed.bad().ifPresent(fault -> problem(Roll.NAME, fault, at));
                name = parsed.good();
            }
            case Node.Mapping _, Node.Sequence _ -> problem(Roll.NAME, Fault.of("fault.type.text"), value.at());
        }
    }

    private void integrations(Node value) {
        switch (value) {
            case Node.Sequence(Position at, List<Node> members) -> {
                integrations = new Integrations.Listed(members);
                if (members.isEmpty()) problem(INTEGRATIONS, Fault.of("fault.fleet.none"), at);
            }
            case Node.Scalar(Position at, String text, Node.Shape _) ->
                integrations = new Integrations.Beside(text, at);
            case Node.Mapping _, Node.Nothing _ ->
                problem(INTEGRATIONS, Fault.of("fault.fleet.integrations"), value.at());
        }
    }

    private void unknown(String key, Position at) {
        boolean section =
                Arrays.stream(Field.values()).anyMatch(field -> field.path().startsWith(key + "."));
        Optional<String> near = section ? Optional.of(DEFAULTS + "." + key) : Nearest.to(key, KEYS);
        Fault fault = near.map(known -> Fault.of("fault.key.unknown.near", key, known))
                .orElseGet(() -> Fault.of("fault.key.unknown", key, String.join(", ", KEYS)));
        problem(key, fault, at);
    }

    Optional<String> name() {
        return name;
    }

    SignIns signIns() {
        return signIns;
    }

    Part defaults() {
        return defaults;
    }

    Integrations integrations() {
        return integrations;
    }

    private void problem(String path, Fault fault, Position at) {
        problems.add(new Problem(path, fault, Optional.of(at)));
    }
}
