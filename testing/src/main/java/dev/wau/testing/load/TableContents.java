package dev.wau.testing.load;

import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What {@code wau_audit_logs} holds, read through the port, without run ids, times of loading, lineage and identifier: two
 * warehouses that loaded the same files in different orders have equal contents.
 */
public final class TableContents {

    private TableContents() {}

    /** One text a row, sorted. */
    public static List<String> of(Warehouse warehouse) {
        List<String> contents = new ArrayList<>();
        LoadHistory.Filter loaded = new LoadHistory.Filter(null, null, FileState.LOADED, Integer.MAX_VALUE);
        for (HistoryFile file : warehouse.history().files(loaded)) {
            try (FileRows rows = warehouse.history().rows(file.id())) {
                while (rows.next()) {
                    if (!rows.suppressed()) {
                        contents.add(file.version().customer() + " " + row(rows));
                    }
                }
            }
        }
        contents.sort(null);
        return contents;
    }

    private static String row(FileRows rows) {
        StringBuilder text = new StringBuilder();
        text.append(rows.timeMicros());
        for (String column : new TreeSet<>(rows.columns())) {
            String value = rows.text(column);
            if (value != null && !column.equals("unique_identifier")) {
                text.append(' ').append(column).append('=').append(Objects.requireNonNull(value));
            }
        }
        return text.toString();
    }
}
