package dev.wau.cli.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of result, said once: its columns by their stable names, for a table, CSV and JSON. A table's heading is the
 * name with blanks for {@code _}. Not thread-safe while it is built.
 *
 * @param <T> what a row is made from
 */
public final class Listing<T> {

    private final String type;
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String name, String heading, Shown shown, Function<T, @Nullable Object> value) {}

    private enum Shown {
        TEXT,
        NUMBER,
        NOT_IN_TABLE,
        ONLY_IN_TABLE
    }

    /** A listing of this kind: the {@code type} of its JSON objects. */
    public Listing(String type) {
        this.type = type;
    }

    /** A column of text, times and everything else that isn't a number. */
    public Listing<T> text(String name, Function<T, @Nullable Object> value) {
        return text(name, heading(name), value);
    }

    /** The same with a table's heading of its own. */
    public Listing<T> text(String name, String heading, Function<T, @Nullable Object> value) {
        return column(name, heading, Shown.TEXT, value);
    }

    /** A column of numbers. */
    public Listing<T> number(String name, Function<T, @Nullable Object> value) {
        return number(name, heading(name), value);
    }

    /** The same with a table's heading of its own. */
    public Listing<T> number(String name, String heading, Function<T, @Nullable Object> value) {
        return column(name, heading, Shown.NUMBER, value);
    }

    /** A column that stands in CSV and JSON, but not in the table. */
    public Listing<T> detail(String name, Function<T, @Nullable Object> value) {
        return column(name, heading(name), Shown.NOT_IN_TABLE, value);
    }

    /** A column that stands in the table, but not in CSV and JSON: words for people of what a detail says. */
    public Listing<T> words(String heading, Function<T, @Nullable Object> value) {
        return column(heading, heading, Shown.ONLY_IN_TABLE, value);
    }

    /** Prints the rows. */
    public void print(Terminal terminal, Format format, Collection<? extends T> rows) {
        switch (format) {
            case TABLE -> table(rows).print(terminal);
            case CSV -> csv(terminal, rows);
            case JSON -> json(terminal, rows);
        }
    }

    private Table table(Collection<? extends T> rows) {
        Table table = new Table();
        List<Column<T>> shown = without(Shown.NOT_IN_TABLE);
        for (Column<T> column : shown) {
            if (column.shown() == Shown.NUMBER) {
                table.number(column.heading());
            } else {
                table.text(column.heading());
            }
        }
        rows.forEach(row -> table.row(values(shown, row).toArray()));
        return table;
    }

    private void csv(Terminal terminal, Collection<? extends T> rows) {
        List<Column<T>> told = without(Shown.ONLY_IN_TABLE);
        try (CsvOutput csv =
                CsvOutput.to(terminal, told.stream().map(Column::name).toList())) {
            rows.forEach(row -> csv.record(values(told, row)));
        }
    }

    private void json(Terminal terminal, Collection<? extends T> rows) {
        List<Column<T>> told = without(Shown.ONLY_IN_TABLE);
        try (JsonOutput json = JsonOutput.to(terminal)) {
            for (T row : rows) {
                json.object(type);
                told.forEach(column -> json.field(column.name(), column.value().apply(row)));
                json.end();
            }
        }
    }

    private List<Column<T>> without(Shown shown) {
        return columns.stream().filter(column -> column.shown() != shown).toList();
    }

    private List<@Nullable Object> values(List<Column<T>> wanted, T row) {
        List<@Nullable Object> values = new ArrayList<>(wanted.size());
        wanted.forEach(column -> values.add(column.value().apply(row)));
        return values;
    }

    private Listing<T> column(String name, String heading, Shown shown, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, heading, shown, value));
        return this;
    }

    private static String heading(String name) {
        return name.replace('_', ' ');
    }
}
