package dev.wau.testing.load;

import dev.wau.load.FileRows;
import dev.wau.load.FileState;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.Warehouse;
import dev.wau.model.FileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code wau_audit_logs} holds, read through the port, without run ids and times of loading, and, of records that stand
 * in several files, without lineage and identifier: two warehouses that loaded the same files in different orders have equal
 * contents.
 */
public final class TableContents {

    private final LoadHistory history;
    private final Map<FileId, HistoryFile> files;

    /** Records that several files have. */
    private final Set<String> shared = new HashSet<>();

    private TableContents(LoadHistory history) {
        this.history = history;
        LoadHistory.Filter loaded = new LoadHistory.Filter(null, null, FileState.LOADED, Integer.MAX_VALUE);
        this.files = history.files(loaded).stream().collect(Collectors.toMap(HistoryFile::id, Function.identity()));
        each(rows -> {
            if (rows.suppressed()) {
                shared.add(record(rows));
            }
        });
    }

    /** One text a row, sorted. */
    public static List<String> of(Warehouse warehouse) {
        List<String> texts = new ArrayList<>();
        each(warehouse, texts::add);
        texts.sort(null);
        return texts;
    }

    /** One text a row, beginning with the customer and a space; in any order, for tables that don't fit into memory. */
    public static void each(Warehouse warehouse, Consumer<String> taker) {
        TableContents contents = new TableContents(warehouse.history());
        contents.each(rows -> {
            if (!rows.suppressed()) {
                taker.accept(contents.text(rows));
            }
        });
    }

    private void each(Consumer<FileRows> taker) {
        try (FileRows rows = history.rows(files.keySet())) {
            while (rows.next()) {
                taker.accept(rows);
            }
        }
    }

    private String text(FileRows rows) {
        String record = record(rows);
        return record + RowText.of(rows) + (shared.contains(record) ? "" : origin(rows));
    }

    private String record(FileRows rows) {
        return file(rows).version().customer() + " " + Long.toHexString(rows.hashHigh()) + "-"
                + Long.toHexString(rows.hashLow());
    }

    /** The file by its content: which of its copies carries the rows depends on their order. */
    private String origin(FileRows rows) {
        return " of " + file(rows).version().sha256().hex() + ":" + rows.line() + " " + rows.text("unique_identifier");
    }

    private HistoryFile file(FileRows rows) {
        return Objects.requireNonNull(files.get(rows.file()));
    }
}
