package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.settings.DocumentReader;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import io.spotdock.settings.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One reading of a manifest and of the CSV file that it may name. */
final class ManifestReader {
    private static final int LARGEST = 8 << 20;
    private static final int MOST = 10_000;

    /** The manifest's own problems come before those of the file that it names. */
    private static final Comparator<Problem> IN_ORDER = Comparator.comparing(
                    (Problem problem) -> problem.file().isPresent())
            .thenComparing(Problem.BY_PLACE);

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    ManifestReader(Path file) {
        this.file = file;
    }

    ManifestChecked read() throws IOException {
        Optional<String> text = text(file, Optional.empty(), UnaryOperator.identity());
        if (text.isEmpty()) return new ManifestChecked.Bad(problems);
        if (isCsv(file)) {
            List<Node> rows = rows(text.get(), UnaryOperator.identity());
            Part nothing = Part.none("", new Position(1, 1));
            return check(Names.of(file), SignIns.COMMANDS_OWN, nothing, rows, UnaryOperator.identity());
        }
        DocumentReader reader = new DocumentReader(LARGEST, "fault.fleet.empty");
        Optional<Node> root = reader.read(text.get(), DocumentReader.isJson(text.get(), file.toString()));
        problems.addAll(reader.problems());
        ManifestWalk walk = new ManifestWalk(problems);
        if (root.isEmpty() || !walk.walk(root.get())) return new ManifestChecked.Bad(problems);
        String name = walk.name().orElseGet(() -> Names.of(file));
        return switch (walk.integrations()) {
            case ManifestWalk.Integrations.Listed(List<Node> nodes) ->
                check(name, walk.signIns(), walk.defaults(), nodes, UnaryOperator.identity());
            case ManifestWalk.Integrations.Beside(String other, Position at) -> {
                UnaryOperator<Problem> there = problem -> problem.in(other);
                yield check(name, walk.signIns(), walk.defaults(), beside(other, at, there), there);
            }
        };
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private List<Node> beside(String name, Position at, UnaryOperator<Problem> there) throws IOException {
        Optional<Path> csv = resolve(name);
        if (csv.isEmpty()) {
            problem("integrations", Fault.of("fault.fleet.integrations"), at);
            return List.of();
        }
        return text(csv.get(), Optional.of(at), there)
                .map(text -> rows(text, there))
                .orElse(List.of());
    }

    private Optional<Path> resolve(String name) {
        try {
            return Optional.of(file.resolveSibling(name)).filter(ManifestReader::isCsv);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** @param namedAt where the manifest names this file; empty for the manifest itself, whose absence is the caller's */
    private Optional<String> text(Path source, Optional<Position> namedAt, UnaryOperator<Problem> there)
            throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(source)) {
            content = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            if (namedAt.isEmpty()) throw e;
            Fault fault = e instanceof NoSuchFileException
                    ? Fault.of("fault.file.missing", source)
                    : Fault.of("fault.file.unreadable", source, e.getClass().getSimpleName());
            problem("integrations", fault, namedAt.get());
            return Optional.empty();
        }
        Parsed<String> text = content.length > LARGEST
                ? Parsed.refused(Fault.of("fault.fleet.large", LARGEST >> 20))
                : Utf8.read(content);
        text.bad().ifPresent(fault -> problems.add(there.apply(new Problem("", fault, Optional.empty()))));
        return text.good();
    }

    private List<Node> rows(String text, UnaryOperator<Problem> there) {
        CsvSheet sheet = new CsvSheet(MOST);
        List<Node> rows = sheet.read(text);
        sheet.problems().forEach(problem -> problems.add(there.apply(problem)));
        return rows;
    }

    private ManifestChecked check(
            String name, SignIns signIns, Part defaults, List<Node> nodes, UnaryOperator<Problem> there) {
        List<Problem> ofNodes = new ArrayList<>();
        if (nodes.size() > MOST)
            ofNodes.add(new Problem(
                    "integrations",
                    Fault.of("fault.fleet.many", MOST),
                    Optional.of(nodes.get(MOST).at())));
        if (nodes.isEmpty() && problems.isEmpty()) problem("integrations", Fault.of("fault.fleet.none"), defaults.at());
        List<Completion.Named> integrations = new Roll(ofNodes).call(nodes.subList(0, Math.min(MOST, nodes.size())));
        List<Problem> unfitting = new ArrayList<>();
        List<FleetEntry> entries = new Completion(new Defaults(defaults), integrations, there).complete(unfitting);
        Overlaps overlaps = new Overlaps(entries);
        ofNodes.addAll(overlaps.problems());
        ofNodes.forEach(problem -> problems.add(there.apply(problem)));
        problems.addAll(unfitting);
        if (problems.isEmpty()) return new ManifestChecked.Good(new Manifest(name, signIns, entries), overlaps.notes());
        problems.sort(IN_ORDER);
        return new ManifestChecked.Bad(problems);
    }

    private void problem(String path, Fault fault, Position at) {
        problems.add(new Problem(path, fault, Optional.of(at)));
    }
}
