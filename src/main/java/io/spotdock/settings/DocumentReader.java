package io.spotdock.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML or JSON into nodes by its tokens, so that no tag can construct anything and every node knows its place.
 * Anchors, aliases and tags are refused: settings need none, and aliases are how a small file becomes a huge one.
 */
public final class DocumentReader {
    private static final int DEEPEST = 16;

    /** What SnakeYAML looks ahead for within a line it copies each time it reads on, so a line costs its length squared. */
    private static final int LONGEST_LINE = 1 << 14;

    private final int largest;
    private final String ifEmpty;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A reader for one document.
     *
     * @param largest number of characters that it may have
     * @param ifEmpty the key of the fault of a document with nothing in it
     */
    public DocumentReader(int largest, String ifEmpty) {
        this.largest = largest;
        this.ifEmpty = ifEmpty;
    }

    /** The name's ending tells YAML from JSON where it says either, else the first character does. */
    public static boolean isJson(String text, String name) {
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return name.endsWith(".json") || !yaml && text.stripLeading().startsWith("{");
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The document's root; empty when nothing could be made of it, and {@link #problems} says why. */
    public Optional<Node> read(String text, boolean json) {
        if (!json && endlessLine(text)) {
            problems.add(new Problem("", Fault.of("fault.settings.line", LONGEST_LINE), Optional.empty()));
            return Optional.empty();
        }
        try (JsonParser parser = open(text, json)) {
            if (parser.nextToken() == null) {
                problem("", ifEmpty, null);
                return Optional.empty();
            }
            Node root = node(parser, "");
            if (parser.nextToken() != null) problem("", "fault.settings.documents", at(parser.currentTokenLocation()));
            return Optional.of(root);
        } catch (Refused refused) {
            problems.add(refused.problem);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            problems.add(syntax(e));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endlessLine(String text) {
        return text.lines().anyMatch(line -> line.length() > LONGEST_LINE);
    }

    private JsonParser open(String text, boolean json) throws IOException {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        if (json)
            return JsonFactory.builder().streamReadConstraints(limits).build().createParser(text);
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(largest);
        return YAMLFactory.builder()
                .streamReadConstraints(limits)
                .loaderOptions(options)
                .build()
                .createParser(text);
    }

    private Node node(JsonParser parser, String path) throws IOException, Refused {
        Position at = at(parser.currentTokenLocation());
        refuseTricks(parser, path, at);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(parser, path, at);
            case START_ARRAY -> {
                List<Node> members = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY)
                    members.add(node(parser, path + "[" + members.size() + "]"));
                yield new Node.Sequence(at, members);
            }
            case VALUE_NULL -> new Node.Nothing(at);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(at, parser.getText(), Node.Shape.FLAG);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Scalar(at, parser.getText(), Node.Shape.NUMBER);
            default ->
                isUnwritten(parser) ? new Node.Nothing(at) : new Node.Scalar(at, parser.getText(), Node.Shape.TEXT);
        };
    }

    /** YAML's tokens tell a key with nothing behind it from one with empty quotes by their length only. */
    private static boolean isUnwritten(JsonParser parser) throws IOException {
        return parser.getText().isEmpty() && at(parser.currentTokenLocation()).equals(at(parser.currentLocation()));
    }

    private Node mapping(JsonParser parser, String path, Position at) throws IOException, Refused {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position keyAt = at(parser.currentTokenLocation());
            String inner = path.isEmpty() ? key : path + "." + key;
            refuseTricks(parser, inner, keyAt);
            parser.nextToken();
            Node.Member former = members.putIfAbsent(key, new Node.Member(keyAt, node(parser, inner)));
            if (former != null)
                problems.add(new Problem(
                        inner, Fault.of("fault.key.twice", key, former.keyAt().line()), Optional.of(keyAt)));
        }
        return new Node.Mapping(at, members);
    }

    private static void refuseTricks(JsonParser parser, String path, Position at) throws IOException, Refused {
        boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
        if (alias || parser.getObjectId() != null) throw new Refused(path, "fault.settings.alias", at);
        if (parser.getTypeId() != null) throw new Refused(path, "fault.settings.tag", at);
    }

    /** The parser's message may quote the text around, a secret perhaps; only YAML's own word on the kind is kept. */
    private static Problem syntax(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        Optional<Position> at = Optional.ofNullable(location).map(DocumentReader::at);
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null)
                return new Problem(
                        "",
                        Fault.of("fault.settings.yaml", marked.getProblem()),
                        Optional.ofNullable(marked.getProblemMark())
                                .map(DocumentReader::at)
                                .or(() -> at));
        return new Problem("", Fault.of("fault.settings.syntax"), at);
    }

    private void problem(String path, String key, @Nullable Position at) {
        problems.add(new Problem(path, Fault.of(key), Optional.ofNullable(at)));
    }

    private static Position at(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static Position at(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Stops the reading. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(String path, String key, Position at) {
            super(key, null, false, false);
            problem = new Problem(path, Fault.of(key), Optional.of(at));
        }
    }
}
