package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import io.spotdock.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes each integration complete, and checks it. What is wrong with a default is wrong in every integration that takes
 * it, and is said once, where the default stands.
 */
final class Completion {
    /** Problems of several integrations that have one. */
    private record Cause(String path, String fault) {}

    /** A problem, as the check of an integration's draft tells it. */
    private record Found(Part own, String path, Fault fault) {}

    private final Defaults defaults;
    private final List<Named> integrations;
    private final UnaryOperator<Problem> ofIntegrations;
    private final Map<Cause, List<Found>> found = new LinkedHashMap<>();
    private final List<FleetEntry> good = new ArrayList<>();

    /** An integration in its own words. */
    record Named(String name, Part part) {}

    /** @param ofIntegrations names the file that the integrations are in, where they have one to themselves */
    Completion(Defaults defaults, List<Named> integrations, UnaryOperator<Problem> ofIntegrations) {
        this.defaults = defaults;
        this.integrations = List.copyOf(integrations);
        this.ofIntegrations = ofIntegrations;
    }

    /**
     * The integrations that nothing is wrong with.
     *
     * @param problems to which this adds
     */
    List<FleetEntry> complete(List<Problem> problems) {
        integrations.forEach(this::check);
        Set<Problem> told = new LinkedHashSet<>();
        found.forEach((cause, all) -> tell(cause.path(), all, told));
        problems.addAll(told);
        return good;
    }

    private void check(Named integration) {
        Part own = integration.part();
        Draft draft = defaults.under(own);
        switch (new Placeholders(integration.name(), draft).fill(draft).check()) {
            case Checked.Good(Settings settings) -> good.add(new FleetEntry(integration.name(), settings, own.at()));
            case Checked.Bad(List<Problem> problems) ->
                problems.stream()
                        .filter(problem -> !isSaid(problem.path(), own))
                        .forEach(problem -> found.computeIfAbsent(
                                        new Cause(
                                                problem.path(), problem.fault().key()),
                                        _ -> new ArrayList<>())
                                .add(new Found(own, problem.path(), problem.fault())));
        }
    }

    private boolean isSaid(String path, Part own) {
        return own.isFaulty(path) || !own.decides(path) && defaults.part().isFaulty(path);
    }

    private void tell(String path, List<Found> all, Set<Problem> told) {
        List<Found> shared =
                all.stream().filter(one -> !one.own().decides(path)).toList();
        boolean sameForAll = defaults.holds(path) && !defaults.isFilledIn(path);
        boolean everywhere =
                !shared.isEmpty() && (defaults.holds(path) || shared.size() > 1) && shared.size() == takers(path);
        for (Found one : all) {
            if (one.own().decides(path)) told.add(problem(one));
            else if (sameForAll) told.add(ofDefaults(path, one.fault()));
            else if (everywhere) told.add(ofDefaults(path, shared.getFirst().fault()));
            else told.add(problem(one));
        }
    }

    private long takers(String path) {
        return integrations.stream()
                .filter(integration -> !integration.part().decides(path))
                .count();
    }

    private Problem problem(Found one) {
        Optional<Position> at = Optional.of(one.own().place(one.path()));
        return ofIntegrations.apply(
                new Problem(one.path(), one.fault(), at).below(one.own().label()));
    }

    private Problem ofDefaults(String path, Fault fault) {
        Part part = defaults.part();
        return new Problem(path, fault, Optional.of(part.place(path))).below(part.label());
    }
}
