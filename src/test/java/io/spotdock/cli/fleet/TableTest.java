package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.fleet.Table.Cell;
import io.spotdock.cli.fleet.Table.Column;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static Table table() {
        Table table =
                new Table(List.of(new Column("Name", false), new Column("Account", true), new Column("Org", false)));
        table.add(List.of(Cell.of("sales-emea-and-the-rest-of-it"), Cell.of("999888777666"), Cell.of("Sales EMEA")));
        table.add(List.of(Cell.of("hr"), new Cell("111122223333", text -> "<" + text + ">"), Cell.of("東京の販売部")));
        return table;
    }

    private static List<String> lines(OptionalInt width) {
        return table().text(width, UnaryOperator.identity()).lines().toList();
    }

    @Test
    void columnsStandBelowEachOtherAndAreColouredAsWideAsTheyAre() {
        assertThat(lines(OptionalInt.empty()))
                .containsExactly(
                        "Name                           Account       Org",
                        "sales-emea-and-the-rest-of-it  999888777666  Sales EMEA",
                        "hr                             <111122223333>  東京の販売部");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 40, 32})
    void aRowFitsANarrowTerminalAndAnAccountIsNeverCut(int width) {
        List<String> lines = lines(OptionalInt.of(width));
        assertThat(lines).hasSize(3).allMatch(line -> Cells.width(line.replaceAll("[<>]", "")) <= width);
        assertThat(lines.get(1)).contains("…", "999888777666");
        assertThat(lines.get(2)).contains("111122223333");
    }

    @Test
    void whatTellsTheTerminalSomethingDoesNotGetThere() {
        Table table = new Table(List.of(new Column("Org", false)));
        table.add(List.of(Cell.of("Sales\u001b[31m\nred\u202e")));
        assertThat(table.text(OptionalInt.empty(), UnaryOperator.identity())).isEqualTo("Org\nSales [31m red\n");
    }

    @Test
    void aCutTextIsAsWideAsItMayBe() {
        assertThat(Cells.cut("finance", 7)).isEqualTo("finance");
        assertThat(Cells.cut("finances", 7)).isEqualTo("financ…");
        assertThat(Cells.cut("東京の販売部", 6)).isEqualTo("東京…");
        assertThat(Cells.width("東京…")).isEqualTo(5);
        assertThat(Cells.width("e\u0301")).isOne();
    }
}
