package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Calls the integrations by their names, of which each may answer once. */
final class Roll {
    static final String NAME = "name";

    private final List<Problem> problems;
    private final Map<String, Position> called = new HashMap<>();

    /** @param problems to which this adds */
    Roll(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Each integration that can be read; one without a name that will do goes by its number, so that it is checked with
     * the others.
     */
    List<Completion.Named> call(List<Node> nodes) {
        List<Completion.Named> all = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            String number = FleetEntry.path(String.valueOf(i));
            if (nodes.get(i) instanceof Node.Mapping integration) {
                Optional<String> name = name(integration, number);
                Part part = Part.read(name.map(FleetEntry::path).orElse(number), integration, problems, NAME);
                all.add(new Completion.Named(name.orElse("name"), part));
            } else {
                problems.add(new Problem(
                        number,
                        Fault.of("fault.fleet.part"),
                        Optional.of(nodes.get(i).at())));
            }
        }
        return all;
    }

    private Optional<String> name(Node.Mapping integration, String number) {
        Node.Member member = integration.members().get(NAME);
        if (member == null) {
            problem(number, Fault.of("fault.fleet.name.missing"), integration.at());
            return Optional.empty();
        }
        return switch (member.value()) {
            case Node.Scalar(Position at, String text, Node.Shape _) ->
                switch (Names.parse(text)) {
                    case Parsed.Good<String>(String name) -> {
                        Position former = called.putIfAbsent(name.toLowerCase(Locale.ROOT), at);
                        if (former != null)
                            problem(number, Fault.of("fault.fleet.name.twice", name, former.line()), at);
                        yield Optional.of(name);
                    }
                    case Parsed.Bad<String>(Fault fault) -> {
                        problem(number, fault, at);
                        yield Optional.empty();
                    }
                };
            case Node.Nothing(Position at) -> {
                problem(number, Fault.of("fault.fleet.name.missing"), at);
                yield Optional.empty();
            }
            case Node.Mapping _, Node.Sequence _ -> {
                problem(number, Fault.of("fault.type.text"), member.value().at());
                yield Optional.empty();
            }
        };
    }

    private void problem(String integration, Fault fault, Position at) {
        problems.add(new Problem(NAME, fault, Optional.of(at)).below(integration));
    }
}
