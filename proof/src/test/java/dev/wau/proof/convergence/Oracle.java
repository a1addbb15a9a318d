package dev.wau.proof.convergence;

import dev.wau.csv.RowIdentity;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the table must hold, in plain Java over the exporters' cells. It shares no code with the product: neither its
 * reader, nor its names of columns, nor its hashes.
 */
final class Oracle {

    private static final Map<String, String> COLUMNS = Map.of(
            "event", "event",
            "userId", "user_id",
            "userAgent", "user_agent",
            "note", "note",
            "planName", "plan_name",
            "extra", "extra",
            "customer", "source_customer");

    private Oracle() {}

    /**
     * A file that stands.
     *
     * @param content equal for equal aggregated files
     */
    record Standing(String customer, String content, ExportedFile file) {}

    /** A record that can't be loaded. */
    record Refused(long line, String reason) {}

    /** A good record as the table shows it; its identifier is empty where the file has none. */
    record Good(String identifier, String content) {}

    /** How many rows there are of each kind, whatever file carries them. */
    static SortedMap<String, Integer> table(RowIdentity identity, Collection<Standing> files) {
        SortedMap<String, Integer> table = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (Standing file : files) {
            // A copy is skipped: that only shows where equal rows are not one.
            if (identity != RowIdentity.NONE || seen.add(file.customer() + " " + file.content())) {
                count(identity, file)
                        .forEach((row, n) ->
                                table.merge(row, n, identity == RowIdentity.NONE ? Integer::sum : Integer::max));
            }
        }
        return table;
    }

    private static Map<String, Integer> count(RowIdentity identity, Standing file) {
        Map<String, Integer> counts = new HashMap<>();
        for (Good record : good(file.customer(), file.file())) {
            counts.merge(row(identity, file.customer(), record), 1, Integer::sum);
        }
        return counts;
    }

    /** What is compared of a row: with trusted identifiers, which of the files shows its content is open. */
    static String row(RowIdentity identity, String customer, Good record) {
        boolean trusted =
                identity == RowIdentity.IDENTIFIER && record.identifier().startsWith("id-");
        return customer + " " + (trusted ? record.identifier() : record.content());
    }

    /** Whether the whole file is refused. */
    static boolean refuses(ExportedFile file) {
        return !file.header().contains("timestamp")
                || new HashSet<>(file.header()).size() < file.header().size()
                || 2 * rejects(file).size() > file.rows().size();
    }

    static List<Refused> rejects(ExportedFile file) {
        List<Refused> rejects = new ArrayList<>();
        for (int i = 0; i < file.rows().size(); i++) {
            String reason = reason(file, file.rows().get(i));
            if (reason != null) {
                rejects.add(new Refused(file.lines().get(i), reason));
            }
        }
        return rejects;
    }

    static List<Good> good(String customer, ExportedFile file) {
        return file.rows().stream()
                .filter(row -> reason(file, row) == null)
                .map(row -> good(customer, file.header(), row))
                .toList();
    }

    private static Good good(String customer, List<String> header, List<String> row) {
        SortedMap<String, String> cells = new TreeMap<>();
        String identifier = "";
        long micros = 0;
        for (int i = 0; i < row.size(); i++) {
            String name = header.get(i);
            String cell = row.get(i);
            String column = COLUMNS.get(name);
            if (name.equals("timestamp")) {
                micros = time(cell).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            } else if (name.equals("unique_identifier")) {
                identifier = cell;
            } else if (column != null && !cell.isEmpty() && !(name.equals("customer") && cell.equals(customer))) {
                cells.put(column, cell);
            }
        }
        return new Good(identifier, content(micros, cells));
    }

    static String content(long micros, SortedMap<String, String> cells) {
        return micros + " " + cells;
    }

    private static @Nullable String reason(ExportedFile file, List<String> row) {
        if (row.size() != file.header().size()) {
            return "wrong-field-count";
        }
        String time = row.get(file.header().indexOf("timestamp"));
        if (time.isEmpty()) {
            return "missing-time";
        }
        try {
            time(time);
        } catch (DateTimeParseException e) {
            return "bad-time";
        }
        return row.get(file.header().indexOf("event")).isEmpty() ? "missing-event" : null;
    }

    private static LocalDateTime time(String cell) {
        return LocalDateTime.parse(cell.replace(" ", "T").replace("Z", ""));
    }
}
