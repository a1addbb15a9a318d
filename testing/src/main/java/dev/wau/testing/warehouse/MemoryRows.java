package dev.wau.testing.warehouse;

import dev.wau.load.ColumnPlan;
import dev.wau.load.FileRows;
import dev.wau.model.FileId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cursor over rows in memory. */
final class MemoryRows implements FileRows {

    private final MemoryTables tables;
    private final List<MemoryRow> rows;
    private int next;

    MemoryRows(MemoryTables tables, List<MemoryRow> rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @Override
    public boolean next() {
        return next++ < rows.size();
    }

    private MemoryRow row() {
        return rows.get(next - 1);
    }

    @Override
    public FileId file() {
        return row().file();
    }

    @Override
    public long line() {
        return row().line();
    }

    @Override
    public long timeMicros() {
        return row().timeMicros();
    }

    @Override
    public long hashHigh() {
        return row().eventHash().getMostSignificantBits();
    }

    @Override
    public long hashLow() {
        return row().eventHash().getLeastSignificantBits();
    }

    @Override
    public boolean suppressed() {
        return !tables.carries(row());
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>(ColumnPlan.FIXED);
        columns.addAll(tables.columns);
        return columns;
    }

    @Override
    public @Nullable String text(String column) {
        return row().text().get(column);
    }

    @Override
    public void close() {}
}
