package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts rows for the rollup in SQL, however many: they come back in the order of their places, some places at a time. */
final class RollupCount {

    private static final String COUNT = """
            CREATE TEMP TABLE rollup_counted AS
            SELECT customer, user_id, event, %2$s AS quarter,
                extract(year FROM event_time)::INTEGER * 12 + extract(month FROM event_time)::INTEGER AS month,
                count(*) AS events
            FROM (%1$s) r
            WHERE event IS NOT NULL AND event_time IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5""";

    /** Numbers them so that a place's follow each other. */
    private static final String NUMBER = """
            CREATE TEMP TABLE rollup_cells AS
            SELECT row_number() OVER (ORDER BY c.customer, c.month, coalesce(u.number, 0) >> %d) AS position,
                c.customer, c.month, c.quarter, coalesce(u.number, -1) AS user_number, e.number AS event_number, c.events
            FROM rollup_counted c
            LEFT JOIN wau_rollup_users u ON u.customer = c.customer AND u.user_id = c.user_id
            JOIN wau_rollup_events e ON e.event = c.event""".formatted(Integer.numberOfTrailingZeros(Place.USERS));

    private static final String LAST_OF_PLACES = """
            SELECT max(position) FROM rollup_cells GROUP BY customer, month, greatest(user_number, 0) >> %d
            ORDER BY 1""".formatted(Integer.numberOfTrailingZeros(Place.USERS));

    private static final String READ = """
            SELECT customer, quarter, user_number, event_number, events FROM rollup_cells
            WHERE position BETWEEN ? AND ?""";

    /** Cells that are worth a portion of their own. */
    private static final long WORTH_A_PORTION = 500_000;

    private final Session session;

    RollupCount(Session session) {
        this.session = session;
    }

    /**
     * Hands over the rows' cells, some places at a time.
     *
     * @param rows a query with the columns customer, user_id, event, event_time
     */
    void each(Consumer<SortedMap<Place, Cells>> cells, String rows, @Nullable Object... values) {
        session.update(COUNT.formatted(rows, session.dialect().quarter("event_time")), values);
        session.dialect().filled(session, List.of("rollup_counted"));
        new RollupNames(session).add("rollup_counted");
        session.update(NUMBER);
        session.dialect().filled(session, List.of("rollup_cells"));
        session.update("DROP TABLE rollup_counted");
        long first = 1;
        for (long last : lastOfPortions()) {
            cells.accept(portion(first, last));
            first = last + 1;
        }
        session.update("DROP TABLE rollup_cells");
    }

    private List<Long> lastOfPortions() {
        List<Long> places = session.list(LAST_OF_PLACES, row -> row.getLong(1));
        List<Long> portions = new ArrayList<>();
        long before = 0;
        for (int index = 0; index < places.size(); index++) {
            long last = places.get(index);
            if (last - before >= WORTH_A_PORTION || index == places.size() - 1) {
                portions.add(last);
                before = last;
            }
        }
        return portions;
    }

    private SortedMap<Place, Cells> portion(long first, long last) {
        RollupChange change = new RollupChange();
        session.dialect()
                .eachOfMany(
                        session,
                        READ,
                        row -> change.add(
                                row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                        first,
                        last);
        return change.cells();
    }
}
