package dev.wau.cli.demo;

import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.QueryResult;
import dev.wau.load.Warehouse;
import dev.wau.model.RejectReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the warehouse what became of the demo's files. */
final class Observer {
    private static final String ROWS = """
            SELECT count(*),
                   count(source_customer),
                   count(*) FILTER (WHERE unique_identifier LIKE 'INV-%'),
                   count(*) FILTER (WHERE unique_identifier IS NULL),
                   count(*) FILTER (WHERE contains(coalesce(comment, ''), chr(10))
                                       OR contains(coalesce(changes, ''), chr(10))),
                   count(*) FILTER (WHERE json_valid(changes) OR json_valid(payload)),
                   count(*) FILTER (WHERE customer = 'nordwind')
            FROM wau_audit_logs
            """;

    private static final String COLUMNS = """
            SELECT count(*) FILTER (WHERE column_name NOT IN ('customer', 'event_time', 'event', 'user_id', 'user_agent',
                       'unique_identifier', 'source_customer', 'details', 'file_id', 'line', 'event_hash', 'occurrence')),
                   count(*) FILTER (WHERE column_name LIKE '%ip%address%')
            FROM information_schema.columns
            WHERE table_name = 'wau_audit_logs'
            """;

    private Observer() {}

    /** What stands in the table. */
    static Seen.Content content(Warehouse warehouse) {
        List<@Nullable Object> rows = only(warehouse.query(ROWS, 1));
        List<@Nullable Object> columns = only(warehouse.query(COLUMNS, 1));
        return new Seen.Content(
                number(rows, 0),
                number(rows, 1),
                number(rows, 2),
                number(rows, 3),
                number(rows, 4),
                number(rows, 5),
                number(rows, 6),
                number(columns, 0),
                number(columns, 1));
    }

    /** What stands in the history. */
    static Seen.History history(LoadHistory history) {
        Map<FileState, Long> states = new EnumMap<>(FileState.class);
        long suppressed = 0;
        for (HistoryFile file : history.files(LoadHistory.Filter.ALL)) {
            states.merge(file.state(), 1L, Long::sum);
            suppressed += file.state() == FileState.LOADED ? file.counts().suppressed() : 0;
        }
        Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
        history.rejects(LoadHistory.Filter.ALL).forEach(reject -> rejects.merge(reject.reason(), 1L, Long::sum));
        return new Seen.History(
                suppressed,
                states.getOrDefault(FileState.COPY, 0L),
                states.getOrDefault(FileState.FAILED, 0L),
                states.getOrDefault(FileState.SUPERSEDED, 0L),
                rejects);
    }

    private static List<@Nullable Object> only(QueryResult result) {
        return result.rows().get(0);
    }

    private static long number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number value ? value.longValue() : -1;
    }
}
