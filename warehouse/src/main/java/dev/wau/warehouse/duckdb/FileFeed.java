package dev.wau.warehouse.duckdb;

import dev.wau.warehouse.sql.Feeding;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * The table function through which files become rows: DuckDB calls it on all its threads, and each reads files of the
 * {@link Feeding} at hand. A registered function stays as long as its database is open, and a name registered twice
 * keeps its first function: so each warehouse registers one, once, under a name of its own, outside of any transaction,
 * because a rollback would take it away again. One feeding at a time.
 */
final class FileFeed implements DuckDBTableFunction<Feeding, Feeding, FeedThread> {

    private static final AtomicLong NAMES = new AtomicLong();

    private final String name = "wau_files_" + NAMES.incrementAndGet();
    private volatile @Nullable Feeding feeding;

    /** The function's name. */
    String name() {
        return name;
    }

    /** Makes the function known to the database. */
    void register(DuckDBConnection connection) throws SQLException {
        DuckDBFunctions.tableFunction().withName(name).withFunction(this).register(connection);
    }

    /** Makes this feeding the one that the function gives. */
    void offer(Feeding next) {
        feeding = next;
    }

    /** Lets go of the feeding. */
    void end() {
        feeding = null;
    }

    @Override
    public Feeding bind(DuckDBTableFunctionBindInfo info) {
        Feeding current = Objects.requireNonNull(feeding, "no files are being staged");
        RowChunk.columns(current.columns()).forEach(info::addResultColumn);
        return current;
    }

    @Override
    public Feeding init(DuckDBTableFunctionInitInfo info) {
        Feeding current = info.getBindData();
        info.setMaxThreads(current.threads());
        return current;
    }

    @Override
    public FeedThread localInit(DuckDBTableFunctionInitInfo info) {
        Feeding current = info.getBindData();
        return new FeedThread(current);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter writer) throws IOException {
        FeedThread thread = info.getLocalInitData();
        return thread.fill(writer);
    }
}
