package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Draft;
import io.spotdock.settings.KeyWalk;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings as they stand in one place of a manifest: what one integration says for itself, or the defaults of all.
 *
 * @param label what problems in it are found by, such as {@code defaults}
 * @param places of its keys
 * @param emptied the keys with nothing behind them, which take a default away
 * @param faulty the paths of what could not be read, and has been said
 */
record Part(
        String label, Position at, Draft draft, Map<String, Position> places, Set<String> emptied, Set<String> faulty) {

    static Part none(String label, Position at) {
        return new Part(label, at, Draft.EMPTY, Map.of(), Set.of(), Set.of());
    }

    /**
     * Reads a node.
     *
     * @param problems to which this adds
     * @param others keys that somebody else reads
     */
    static Part read(String label, Node node, List<Problem> problems, String... others) {
        List<Problem> own = new ArrayList<>();
        KeyWalk walk = new KeyWalk(own, others);
        switch (node) {
            case Node.Mapping mapping -> walk.fields(mapping);
            case Node.Nothing _ -> {}
            case Node.Scalar _, Node.Sequence _ ->
                own.add(new Problem("", Fault.of("fault.fleet.part"), Optional.of(node.at())));
        }
        own.forEach(problem -> problems.add(problem.below(label)));
        return new Part(
                label,
                node.at(),
                walk.draft(),
                walk.places(),
                walk.emptied(),
                own.stream().map(Problem::path).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the key was written here, or one that it is in was left empty. */
    boolean decides(String path) {
        return places.containsKey(path) || ways(path).anyMatch(emptied::contains);
    }

    /** Whether it has been said that this can't be read. */
    boolean isFaulty(String path) {
        return faulty.contains("") || ways(path).anyMatch(faulty::contains);
    }

    /** The place of the key, or of the nearest section around it that is here. */
    Position place(String path) {
        return ways(path)
                .filter(places::containsKey)
                .findFirst()
                .map(places::get)
                .orElse(at);
    }

    /** A path, and the sections it is in, inside out. */
    private static Stream<String> ways(String path) {
        return Stream.iterate(
                path, way -> !way.isEmpty(), way -> way.contains(".") ? way.substring(0, way.lastIndexOf('.')) : "");
    }
}
