package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Column;
import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.data.Dataset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * DuckDB's {@code read_csv} as someone writes it who knows every file: columns and types by hand for each header, nothing
 * found by itself, one INSERT for each header into one table, in one transaction.
 */
public final class DuckDbTyped implements Way {

    private final Dataset dataset;
    private final Identifiers identifiers;

    /** What the column of identifiers becomes. */
    public enum Identifiers {
        /** Text, as wau keeps it: another exporter's need not be UUIDs, and a detail may stand in their place. */
        TEXT,
        /** 16 bytes instead of 36; a single other cell fails the load. */
        UUID
    }

    /** Of the central bucket's files. */
    public DuckDbTyped(Dataset dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
    }

    @Override
    public String name() {
        return identifiers == Identifiers.TEXT ? "duckdb-typed" : "duckdb-uuid";
    }

    @Override
    public String description() {
        return "DuckDB `read_csv` with every column and type written by hand for each header, no union; one INSERT a"
                + " header into one table of a fresh file, in one transaction; all cores, preserve_insertion_order ="
                + " false; unique_identifier as "
                + identifiers.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Result run(Path folder) throws SQLException {
        Map<List<Column>, List<DataFile>> headers = dataset.byHeader();
        List<String> statements = new ArrayList<>();
        statements.add("BEGIN TRANSACTION");
        statements.add(create(headers.keySet()));
        headers.forEach((columns, files) -> statements.add(insert(
                columns, files.stream().map(file -> file.in(dataset.central())).toList())));
        statements.add("COMMIT");
        return DuckDb.load(folder, statements, "logs");
    }

    private String create(Set<List<Column>> headers) {
        Set<String> columns = new LinkedHashSet<>();
        for (List<Column> header : headers) {
            header.forEach(column -> columns.add("\"" + column.name() + "\" " + type(column)));
        }
        return "CREATE TABLE logs (" + String.join(", ", columns) + ")";
    }

    private String insert(List<Column> columns, List<Path> paths) {
        String names =
                columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
        String types = columns.stream()
                .map(column -> "'" + column.name() + "': '" + type(column) + "'")
                .collect(Collectors.joining(", "));
        return """
                INSERT INTO logs (%s) SELECT * FROM read_csv(%s, auto_detect = false, header = true, delim = ',',
                quote = '"', escape = '"', new_line = '\\n', timestampformat = '%%Y-%%m-%%d %%H:%%M:%%S', columns = {%s})""".formatted(names, DuckDb.list(paths), types);
    }

    private String type(Column column) {
        return switch (column.content()) {
            case TIME -> "TIMESTAMP";
            case IDENTIFIER -> identifiers == Identifiers.UUID ? "UUID" : "VARCHAR";
            default -> "VARCHAR";
        };
    }
}
