package dev.wau.warehouse.duckdb;

import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.RowSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
final class FileFeed implements DuckDBTableFunction<FileFeed.Offer, FileFeed.Offer, FeedThread> {

    private static final AtomicLong NAMES = new AtomicLong();

    private final String name = "wau_files_" + NAMES.incrementAndGet();
    private volatile @Nullable Offer offer;

    /**
     * Rows to give.
     *
     * @param threads how many may ask at once
     * @param comparing whether they are compared with what came before
     * @param sources one for each thread
     */
    record Offer(Feeding feeding, int threads, boolean comparing, Supplier<RowSource> sources) {

        RowSource source() {
            return sources.get();
        }
    }

    /** The function's name. */
    String name() {
        return name;
    }

    /** Makes the function known to the database. */
    void register(DuckDBConnection connection) throws SQLException {
        DuckDBFunctions.tableFunction().withName(name).withFunction(this).register(connection);
    }

    /** Makes this the one that the function gives. */
    void offer(Offer next) {
        offer = next;
    }

    /** Lets go of it. */
    void end() {
        offer = null;
    }

    @Override
    public Offer bind(DuckDBTableFunctionBindInfo info) {
        Offer current = Objects.requireNonNull(offer, "no files are being staged");
        RowChunk.columns(current.feeding().columns()).forEach(info::addResultColumn);
        return current;
    }

    @Override
    public Offer init(DuckDBTableFunctionInitInfo info) {
        Offer current = info.getBindData();
        info.setMaxThreads(current.threads());
        return current;
    }

    @Override
    public FeedThread localInit(DuckDBTableFunctionInitInfo info) {
        Offer current = info.getBindData();
        return new FeedThread(current);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter writer) throws IOException {
        FeedThread thread = info.getLocalInitData();
        return thread.fill(writer);
    }
}
