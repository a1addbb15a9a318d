package dev.wau.warehouse.activity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads the parts of a portion, over several connections if it may: DuckDB scans so few rows on one thread, and that thread
 * is what most reports wait for. Who has read a part counts it at once, so that its bytes are gone before the next ones come.
 */
final class PortionReading<B extends BlockCount> {

    private final Portion portion;
    private final List<PartRange> ranges;
    private final Function<String, B> made;
    private final Map<Block, B> blocks = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    private record Block(String customer, int number) {}

    /** @param made a count of a customer's block */
    PortionReading(Portion portion, List<PartRange> ranges, Function<String, B> made) {
        this.portion = portion;
        this.ranges = ranges;
        this.made = made;
    }

    /** @param own read by the calling thread */
    void read(Connections connections, Connection own) throws SQLException {
        int others = Math.min(connections.together(), ranges.size()) - 1;
        List<CompletableFuture<Void>> reading = IntStream.range(0, others)
                .mapToObj(other -> CompletableFuture.runAsync(() -> readBeside(connections)))
                .toList();
        try {
            readFrom(own);
        } finally {
            next.set(ranges.size());
            await(reading);
        }
    }

    private static void await(List<CompletableFuture<Void>> reading) {
        try {
            CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void readBeside(Connections connections) {
        try {
            if (next.get() >= ranges.size()) {
                return;
            }
            Connection connection = connections.open();
            try {
                readFrom(connection);
            } finally {
                connections.release(connection);
            }
        } catch (SQLException e) {
            throw RollupReading.failure(e);
        }
    }

    private void readFrom(Connection connection) throws SQLException {
        for (int index = next.getAndIncrement(); index < ranges.size(); index = next.getAndIncrement()) {
            PartRange range = ranges.get(index);
            String sql = "SELECT \"customer\", \"block\", \"month\", "
                    + range.columns().sql() + " FROM \"wau_rollup_parts\" WHERE \"month\" BETWEEN " + range.firstMonth()
                    + " AND " + range.lastMonth() + " AND \"part\" BETWEEN " + range.first() + " AND " + range.last()
                    + portion.condition();
            RollupReading.each(connection, new Sql(sql, portion.binds()), row -> take(range, row));
        }
    }

    private B take(PartRange range, ResultSet row) throws SQLException {
        byte[][] columns = new byte[range.columns().count()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = row.getBytes(4 + column);
        }
        RolledUpPart part = new RolledUpPart(row.getInt(3), range.columns(), columns);
        Block block = new Block(row.getString(1), row.getInt(2));
        B count = blocks.computeIfAbsent(block, none -> made.apply(none.customer()));
        synchronized (count) {
            count.take(part);
        }
        return count;
    }

    /** What was read. */
    Collection<B> blocks() {
        return blocks.values();
    }
}
