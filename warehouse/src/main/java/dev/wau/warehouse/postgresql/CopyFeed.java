package dev.wau.warehouse.postgresql;

import dev.wau.warehouse.sql.ApartRows;
import dev.wau.warehouse.sql.FeedReader;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.RowComparison;
import dev.wau.warehouse.sql.RowSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows into a table by one {@code COPY ... FROM STDIN (FORMAT binary)}: several threads write rows into blocks, this one
 * sends the blocks. Used once.
 */
final class CopyFeed {

    private static final byte[] END = {};

    private final Connection connection;
    private final Feeding feeding;
    private final String table;
    private final int threads;
    private final Supplier<RowSource> sources;
    private final @Nullable RowComparison comparison;
    private final BlockingQueue<byte[]> blocks;

    private CopyFeed(
            Connection connection,
            Feeding feeding,
            String table,
            int threads,
            Supplier<RowSource> sources,
            @Nullable RowComparison comparison) {
        this.connection = connection;
        this.feeding = feeding;
        this.table = table;
        this.threads = threads;
        this.sources = sources;
        this.comparison = comparison;
        this.blocks = new ArrayBlockingQueue<>(2 * threads);
    }

    /** The feeding's files: straight where it sets rows apart, else into {@code staged}. */
    static CopyFeed of(Connection connection, Feeding feeding) {
        return new CopyFeed(
                connection,
                feeding,
                feeding.apart() == null ? "staged" : "wau_audit_logs",
                feeding.threads(),
                () -> new FeedReader(feeding),
                feeding.comparison());
    }

    /** The rows that were set apart, into {@code staged}. */
    static CopyFeed ofApart(Connection connection, Feeding feeding, ApartRows apart) {
        return new CopyFeed(connection, feeding, "staged", 1, apart::source, null);
    }

    /**
     * Sends all rows; where reading failed, none, and the feeding knows why.
     *
     * @return how many the server took
     */
    long run() throws SQLException {
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        boolean over = false;
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql());
            try {
                for (int i = 0; i < threads; i++) {
                    readers.execute(this::read);
                }
                long rows = send(copy);
                cancelIfActive(copy);
                over = true;
                return rows;
            } catch (SQLException | RuntimeException e) {
                try {
                    cancelIfActive(copy);
                } catch (SQLException unable) {
                    e.addSuppressed(unable);
                }
                throw e;
            }
        } finally {
            if (!over) {
                feeding.stop();
            }
            end(readers);
        }
    }

    private static void cancelIfActive(CopyIn copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private boolean isStraight() {
        return !table.equals("staged");
    }

    private String sql() {
        return "COPY " + table + " (" + String.join(", ", CopyRows.FIRST) + ", "
                + Identifiers.list("", feeding.columns()) + (isStraight() ? ", " + CopyRows.LAST_STRAIGHT : "")
                + ") FROM STDIN (FORMAT binary)";
    }

    private long send(CopyIn copy) throws SQLException {
        write(copy, CopyRows.header());
        int reading = threads;
        while (reading > 0) {
            byte[] block = next();
            if (block.length == 0) {
                reading--;
            } else if (!feeding.failed()) {
                write(copy, block);
            }
        }
        if (feeding.failed()) {
            return 0;
        }
        write(copy, CopyRows.trailer());
        return copy.endCopy();
    }

    private static void write(CopyIn copy, byte[] block) throws SQLException {
        copy.writeToCopy(block, 0, block.length);
    }

    private byte[] next() throws SQLException {
        try {
            return blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while files were read", e);
        }
    }

    /** One thread's share; every failure but an interruption is kept by the feeding. */
    private void read() {
        try (RowSource source = sources.get()) {
            CopyRows rows = new CopyRows(feeding.columns().size(), isStraight());
            source.fill(rows);
            while (!rows.isEmpty()) {
                byte[] block = rows.take(comparison);
                if (block.length > 0) {
                    blocks.put(block);
                }
                source.fill(rows);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            feeding.fail(e);
        } finally {
            sayEnd();
        }
    }

    private void sayEnd() {
        try {
            blocks.put(END);
        } catch (InterruptedException e) {
            // Nobody waits for this thread's blocks any more.
            Thread.currentThread().interrupt();
        }
    }

    private void end(ExecutorService readers) throws SQLException {
        readers.shutdownNow();
        try {
            if (!readers.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new SQLException("a file's reading didn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
