package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts rows for the rollup in SQL, with as much memory as a customer's month needs. */
final class RollupCount {

    private static final String COUNT = """
            CREATE TEMP TABLE rollup_counted AS
            SELECT customer, user_id, event, %2$s AS quarter, count(*) AS events FROM (%1$s) r
            WHERE event IS NOT NULL AND event_time IS NOT NULL
            GROUP BY customer, user_id, event, %2$s""";

    private static final String READ = """
            SELECT c.customer, c.quarter, coalesce(u.number, -1) AS "user number", e.number AS "event number", c.events
            FROM rollup_counted c
            LEFT JOIN wau_rollup_users u ON u.customer = c.customer AND u.user_id = c.user_id
            JOIN wau_rollup_events e ON e.event = c.event
            WHERE c.customer IN (SELECT unnest(?::VARCHAR[]))""";

    /** Rows of the count that are read at once. */
    private static final long MOST_AT_ONCE = 500_000;

    private final Session session;

    RollupCount(Session session) {
        this.session = session;
    }

    /**
     * Hands over the rows' cells, some customers at a time.
     *
     * @param rows a query with the columns customer, user_id, event, event_time
     */
    void each(Consumer<SortedMap<Place, Cells>> cells, String rows, @Nullable Object... values) {
        session.update(COUNT.formatted(rows, session.dialect().quarter("event_time")), values);
        session.dialect().filled(session, List.of("rollup_counted"));
        new RollupNames(session).add("rollup_counted");
        for (List<String> customers : portions()) {
            RollupChange change = new RollupChange();
            session.list(
                    READ,
                    row -> {
                        change.add(row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5));
                        return customers;
                    },
                    customers);
            cells.accept(change.cells());
        }
        session.update("DROP TABLE rollup_counted");
    }

    private List<List<String>> portions() {
        List<List<String>> portions = new ArrayList<>();
        List<String> portion = new ArrayList<>();
        long rows = 0;
        for (Map.Entry<String, Long> customer : session.list(
                "SELECT customer, count(*) FROM rollup_counted GROUP BY customer ORDER BY customer",
                row -> Map.entry(row.getString(1), row.getLong(2)))) {
            if (rows + customer.getValue() > MOST_AT_ONCE && !portion.isEmpty()) {
                portions.add(List.copyOf(portion));
                portion.clear();
                rows = 0;
            }
            portion.add(customer.getKey());
            rows += customer.getValue();
        }
        portions.add(portion);
        return portions;
    }
}
