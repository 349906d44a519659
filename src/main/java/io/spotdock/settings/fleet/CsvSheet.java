package io.spotdock.settings.fleet;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.spotdock.domain.Fault;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180) into nodes, as though each row had been written as a mapping: the first row holds the
 * paths of the keys, and an empty cell is a key that is not there. Where Excel separates by semicolons or tabs, as it
 * does in many countries, that is read too.
 */
final class CsvSheet {
    private final int most;
    private final List<Problem> problems = new ArrayList<>();
    private Position rowAt = new Position(1, 1);

    /** @param most rows that are worth reading; of a longer sheet one more is read, and no further */
    CsvSheet(int most) {
        this.most = most;
    }

    List<Problem> problems() {
        return problems;
    }

    /** A mapping for each row that holds anything; what is wrong with the others is in {@link #problems}. */
    List<Node> read(String text) {
        List<Node> nodes = new ArrayList<>();
        char separator = separator(text);
        try (CsvParser parser = CsvFactory.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .createParser(text)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
            parser.nextToken();
            CsvHeader header = null;
            int rows = 0;
            for (List<CsvCell> row = row(parser); row != null && rows <= most; row = row(parser)) {
                if (row.stream().allMatch(CsvCell::isBlank)) continue;
                if (header != null) {
                    rows++;
                    header.row(row).ifPresent(nodes::add);
                } else if (!namesSeparator(row)) {
                    header = new CsvHeader(row, problems);
                }
            }
            if (header == null) problem(Fault.of("fault.fleet.csv.empty"));
        } catch (JsonProcessingException _) {
            // The parser's message quotes the text around, a secret perhaps.
            problem(Fault.of("fault.fleet.csv.quotes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nodes;
    }

    private @Nullable List<CsvCell> row(CsvParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) return null;
        rowAt = at(parser.currentLocation());
        List<CsvCell> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY)
            cells.add(new CsvCell(parser.getText(), at(parser.currentTokenLocation())));
        return cells;
    }

    /** A first line such as {@code sep=;} tells Excel the separator, and holds nothing else. */
    private static boolean namesSeparator(List<CsvCell> row) {
        return row.getFirst().text().startsWith("sep=");
    }

    /** What the first line has most of outside of quotes; no key holds any of them. */
    private static char separator(String text) {
        String line = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = ',';
        for (char other : new char[] {';', '\t'}) if (count(line, other) > count(line, most)) most = other;
        return most;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private static Position at(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private void problem(Fault fault) {
        problems.add(new Problem("", fault, Optional.of(rowAt)));
    }
}
