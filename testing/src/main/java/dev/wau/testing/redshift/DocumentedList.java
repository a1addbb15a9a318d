package dev.wau.testing.redshift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Set<String> WORDS =
            Set.of("statement", "clause", "function", "type", "date part", "table", "name");

    private static final String FILE = "redshift-sql.md";

    /** A bar that is no end of a cell, while the cells are told apart. */
    private static final char BAR = '\uE000';

    /** The row of a table that has a kind, a name, and more. */
    private record Row(String kind, List<String> name) {

        static Stream<Row> of(String line) {
            String[] cells = line.split("\\|", -1);
            if (cells.length < 4 || !cells[2].contains("`")) {
                return Stream.empty();
            }
            String name = cells[2].replace("`", "").replace(BAR, '|').strip().toUpperCase(Locale.ROOT);
            return Stream.of(new Row(known(cells[1].strip()), List.of(name.split("\\s+"))));
        }
    }

    private static String known(String kind) {
        if (!WORDS.contains(kind) && !kind.equals("operator") && !kind.equals("refused")) {
            throw new IllegalStateException("Cannot read " + FILE + ": no such kind: " + kind);
        }
        return kind;
    }

    static DocumentedList read() {
        try (InputStream in = Objects.requireNonNull(DocumentedList.class.getResourceAsStream(FILE))) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\\|", String.valueOf(BAR))
                    .lines()
                    .flatMap(Row::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static DocumentedList of(List<Row> rows) {
        return new DocumentedList(
                named(rows, Set.of("statement")),
                words(rows, WORDS),
                words(rows, CALLABLE),
                words(rows, Set.of("type")),
                words(rows, Set.of("operator")),
                named(rows, Set.of("refused")));
    }

    private static List<List<String>> named(List<Row> rows, Set<String> kinds) {
        return rows.stream()
                .filter(row -> kinds.contains(row.kind))
                .map(Row::name)
                .toList();
    }

    private static Set<String> words(List<Row> rows, Set<String> kinds) {
        return named(rows, kinds).stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }
}
