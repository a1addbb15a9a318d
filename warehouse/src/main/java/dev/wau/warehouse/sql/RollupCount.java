package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Place;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows of the tables for the rollup, however many: they are read one after the other and wait in a spool, as the
 * records of files do. Not grouped by SQL: DuckDB keeps temporary tables that were dropped until the commit, and groups of
 * many millions of rows don't fit into the memory it has.
 */
final class RollupCount {

    /** The rows' order doesn't matter. */
    private static final String READ = """
            SELECT customer, user_id, event, %2$s AS quarter FROM (%1$s) r
            WHERE event IS NOT NULL AND event_time IS NOT NULL""";

    /** Bytes that wait in memory, of all customers together. */
    private static final int MOST_WAITING = 16 << 20;

    private final Session session;
    private final UnaryOperator<String> quarter;

    RollupCount(Session session, UnaryOperator<String> quarter) {
        this.quarter = quarter;
        this.session = session;
    }

    /**
     * Hands over the rows' cells, some at a time.
     *
     * @param rows a query with the columns customer, user_id, event, event_time
     */
    void each(Consumer<SortedMap<Place, Cells>> cells, String rows, @Nullable Object... values) {
        try (CountingSpool spool = new CountingSpool()) {
            Counting counting = new Counting(spool);
            session.dialect()
                    .eachOfMany(session, READ.formatted(rows, quarter.apply("event_time")), counting::add, values);
            new CountedCells(session).each(spool, counting.end(), cells);
        }
    }

    private static final class Counting {

        private final CountingSpool spool;
        private final Map<String, FileCounting> ofCustomers = new HashMap<>();
        private int waiting;

        private Counting(CountingSpool spool) {
            this.spool = spool;
        }

        void add(ResultSet row) throws SQLException {
            String user = row.getString(2);
            byte[] userBytes = user == null ? null : user.getBytes(StandardCharsets.UTF_8);
            byte[] event = row.getString(3).getBytes(StandardCharsets.UTF_8);
            ofCustomers
                    .computeIfAbsent(row.getString(1), none -> spool.counting())
                    .add(
                            row.getLong(4),
                            userBytes,
                            0,
                            userBytes == null ? 0 : userBytes.length,
                            event,
                            0,
                            event.length);
            waiting += Long.BYTES + event.length + (userBytes == null ? 0 : userBytes.length);
            if (waiting >= MOST_WAITING) {
                waiting = 0;
                ofCustomers.values().forEach(FileCounting::end);
            }
        }

        /** The countings, with whose they are. */
        Map<Long, String> end() {
            Map<Long, String> customers = new HashMap<>();
            ofCustomers.forEach((customer, counting) -> {
                counting.end();
                customers.put(counting.number(), customer);
            });
            return customers;
        }
    }
}
