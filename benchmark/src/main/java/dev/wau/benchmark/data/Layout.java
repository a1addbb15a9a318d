package dev.wau.benchmark.data;

import dev.wau.benchmark.data.Column.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One header.
 *
 * @param source the exporter's columns, in its order
 */
public record Layout(List<Column> source) {

    private static final List<Column> FIRST = List.of(
            new Column("timestamp", Content.TIME),
            new Column("event", Content.EVENT),
            new Column("userId", Content.USER),
            new Column("userAgent", Content.AGENT),
            new Column("documentId", Content.DOCUMENT),
            new Column("documentTitle", Content.TITLE),
            new Column("ipAddress", Content.ADDRESS),
            new Column("unique_identifier", Content.IDENTIFIER));

    private static final List<Column> SECOND = List.of(
            new Column("timestamp", Content.TIME),
            new Column("userAgent", Content.AGENT),
            new Column("event", Content.EVENT),
            new Column("ipAddress", Content.ADDRESS),
            new Column("query", Content.QUERY),
            new Column("results", Content.RESULTS),
            new Column("method", Content.METHOD),
            new Column("userId", Content.USER),
            new Column("unique_identifier", Content.IDENTIFIER));

    public Layout {
        source = List.copyOf(source);
    }

    /** The layout of this number in a shape; layouts beyond the second have a column of their own. */
    static Layout of(int number, Shape shape) {
        List<Column> columns = new ArrayList<>(number % 2 == 0 ? FIRST : SECOND);
        if (number >= 2) {
            columns.add(new Column("detail_of_" + number, Content.DETAIL, 1_000 + number));
        }
        if (shape.cells() == Shape.Cells.QUOTED) {
            columns.add(new Column("changes", Content.CHANGES));
        }
        for (int i = 1; i <= shape.wide(); i++) {
            columns.add(new Column("detail_" + i, Content.DETAIL, i));
        }
        return new Layout(columns);
    }

    /** The columns in the central bucket: personal data gone, the customer last. */
    public List<Column> central() {
        return Stream.concat(
                        source.stream().filter(column -> column.content() != Content.ADDRESS),
                        Stream.of(new Column("customer", Content.CUSTOMER)))
                .toList();
    }

    /** The header of these columns, with its line end. */
    static String header(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\n"));
    }
}
