package dev.wau.proof.convergence;

import dev.wau.csv.RowIdentity;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The exporter: writes rows in a layout, with a fresh identifier for each, as the real one does. Not thread-safe. */
final class Writer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private final RowIdentity identity;
    private long fresh;

    /** Where the load trusts identifiers, they are an event's own. */
    Writer(RowIdentity identity) {
        this.identity = identity;
    }

    ExportedFile write(String customer, Layout layout, List<Row> rows) {
        Map<Integer, Integer> occurrences = new HashMap<>();
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            int occurrence = occurrences.merge(row.event(), 1, Integer::sum);
            List<String> record = new ArrayList<>();
            for (String column : layout.columns()) {
                record.add(
                        column.equals("unique_identifier")
                                ? identifier(row.event(), occurrence)
                                : cell(column, row, customer, layout));
            }
            if (row.flaw() == Row.Flaw.SHORT) {
                record.remove(record.size() - 1);
            }
            cells.add(List.copyOf(record));
        }
        return new ExportedFile(layout.columns(), List.copyOf(cells));
    }

    private String identifier(int event, int occurrence) {
        fresh++;
        return identity == RowIdentity.IDENTIFIER
                ? "id-" + event + "-" + occurrence
                : String.format(Locale.ROOT, "%08d-0000-4000-8000-000000000000", fresh);
    }

    private String cell(String column, Row row, String customer, Layout layout) {
        Event event = Event.POOL.get(row.event());
        return switch (column) {
            case "timestamp" ->
                switch (row.flaw()) {
                    case BAD_TIME -> "yesterday";
                    case NO_TIME -> "";
                    default -> time(event.time(), layout);
                };
            case "event" -> row.flaw() == Row.Flaw.NO_EVENT ? "" : event.event();
            case "userId" -> event.user();
            case "userAgent" -> event.agent();
            case "note" -> event.note();
            case "planName" -> event.plan();
            case "customer" -> event.user().equals("bob") ? "somebody" : customer;
            case "ipAddress" -> "10.0.0." + ++fresh;
            default -> "";
        };
    }

    private static String time(LocalDateTime time, Layout layout) {
        return (layout.zoned() ? ZONED : TIME).format(time);
    }
}
