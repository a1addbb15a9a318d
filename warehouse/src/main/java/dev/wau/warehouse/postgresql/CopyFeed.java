package dev.wau.warehouse.postgresql;

import dev.wau.warehouse.sql.FeedReader;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.Identifiers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Files into {@code staged} by one {@code COPY ... FROM STDIN (FORMAT binary)}: several threads read files and write rows
 * into blocks, this one sends the blocks. Used once.
 */
final class CopyFeed {

    private static final byte[] END = {};

    private final Connection connection;
    private final Feeding feeding;
    private final BlockingQueue<byte[]> blocks;

    CopyFeed(Connection connection, Feeding feeding) {
        this.connection = connection;
        this.feeding = feeding;
        this.blocks = new ArrayBlockingQueue<>(2 * feeding.threads());
    }

    /** Sends all rows; where reading failed, none, and the feeding knows why. */
    void run() throws SQLException {
        ExecutorService readers = Executors.newFixedThreadPool(feeding.threads());
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql());
            try {
                for (int i = 0; i < feeding.threads(); i++) {
                    readers.execute(this::read);
                }
                send(copy);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } finally {
            feeding.stop();
            end(readers);
        }
    }

    private String sql() {
        return "COPY staged (" + String.join(", ", CopyRows.FIRST) + ", " + Identifiers.list("", feeding.columns())
                + ") FROM STDIN (FORMAT binary)";
    }

    private void send(CopyIn copy) throws SQLException {
        write(copy, CopyRows.header());
        int reading = feeding.threads();
        while (reading > 0) {
            byte[] block = next();
            if (block.length == 0) {
                reading--;
            } else if (!feeding.failed()) {
                write(copy, block);
            }
        }
        if (!feeding.failed()) {
            write(copy, CopyRows.trailer());
            copy.endCopy();
        }
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
        CopyRows rows = new CopyRows(feeding.columns().size(), feeding.repeats());
        try (FeedReader reader = new FeedReader(feeding)) {
            reader.fill(rows);
            while (!rows.isEmpty()) {
                blocks.put(rows.take());
                reader.fill(rows);
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

    private static void end(ExecutorService readers) throws SQLException {
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
