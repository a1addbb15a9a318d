package dev.wau.proof.process;

import dev.wau.load.RowSink;
import dev.wau.load.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each row stands in the table, by the same text as the oracle's records. */
final class TableRows implements RowSink {

    private static final Set<String> LINEAGE =
            Set.of("unique_identifier", "file_id", "line", "event_hash", "occurrence", "event_time", "details");

    private final Map<String, Integer> rows = new HashMap<>();
    private List<String> columns = List.of();

    private TableRows() {}

    static Map<String, Integer> of(Warehouse warehouse) {
        TableRows table = new TableRows();
        warehouse.query(
                "SELECT *, CAST(event_time AS VARCHAR) AS time_text FROM wau_audit_logs", Integer.MAX_VALUE, table);
        return table.rows;
    }

    @Override
    public void columns(List<String> names) {
        columns = names;
    }

    @Override
    public void row(List<@Nullable Object> values) {
        TreeMap<String, String> row = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null && !LINEAGE.contains(columns.get(i))) {
                row.put(columns.get(i).equals("time_text") ? "event_time" : columns.get(i), value.toString());
            }
        }
        rows.merge(row.toString(), 1, Integer::sum);
    }
}
