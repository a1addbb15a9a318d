package dev.wau.testing.redshift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The list of SQL that AWS documents for Redshift and that we use: {@code docs/redshift-sql.md}, whose tables' rows begin
 * with a kind and a name. Immutable.
 *
 * @param statements the words that statements begin with
 * @param words every word of a statement, clause, function, type, part of a date or table, and names of ours
 * @param callable the words of statements, clauses, functions and types: what parentheses may follow
 * @param types what may be cast to or stored
 * @param operators symbols
 * @param refused phrases that are refused though each of their words is listed
 */
record DocumentedList(
        List<List<String>> statements,
        Set<String> words,
        Set<String> callable,
        Set<String> types,
        Set<String> operators,
        List<List<String>> refused) {

    private static final Set<String> CALLABLE = Set.of("statement", "clause", "function", "type");

    private static final String FILE = "redshift-sql.md";

    /** The row of a table that has a kind, a name, and more. */
    private record Row(String kind, List<String> name) {

        static Stream<Row> of(String line) {
            String[] cells = line.split("\\|", -1);
            if (cells.length < 4 || !cells[2].contains("`")) {
                return Stream.empty();
            }
            String name = cells[2].replace("`", "").strip().toUpperCase(Locale.ROOT);
            return Stream.of(new Row(cells[1].strip(), List.of(name.split("\\s+"))));
        }
    }

    static DocumentedList read() {
        try (InputStream in = Objects.requireNonNull(DocumentedList.class.getResourceAsStream(FILE))) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\\|", "\uE000")
                    .lines()
                    .flatMap(Row::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static DocumentedList of(List<Row> rows) {
        DocumentedList list = new DocumentedList(
                new ArrayList<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new ArrayList<>());
        rows.forEach(list::add);
        return list;
    }

    private void add(Row row) {
        switch (row.kind()) {
            case "statement" -> statements.add(row.name());
            case "type" -> types.addAll(row.name());
            case "operator" -> row.name().forEach(name -> operators.add(name.replace('\uE000', '|')));
            case "refused" -> refused.add(row.name());
            case "clause", "function", "date part", "table", "name" -> {
                // Words only.
            }
            default -> throw new IllegalStateException("Cannot read " + FILE + ": no such kind: " + row.kind());
        }
        if (!row.kind().equals("refused")) {
            words.addAll(row.name());
        }
        if (CALLABLE.contains(row.kind())) {
            callable.addAll(row.name());
        }
    }
}
