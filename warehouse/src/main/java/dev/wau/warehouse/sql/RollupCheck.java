package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.Part;
import dev.wau.warehouse.rollup.PartWriter;
import dev.wau.warehouse.rollup.Place;
import dev.wau.warehouse.rollup.Quarters;
import dev.wau.warehouse.rollup.RollupForm;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Compares the rollup with all rows, a month at a time. Changes nothing. */
final class RollupCheck {

    private static final String MEND =
            ": reports may be wrong (DELETE FROM wau_settings WHERE name = 'rollup': the next load makes it anew)";

    private static final int MOST_FINDINGS = 20;
    private static final int FETCH = 10_000;

    private static final List<String> NAMES = List.of("""
            SELECT 'the rollup has user ' || coalesce(user_id, 'NULL') || ' of customer ' || customer || ' '
                || count(*) || ' times'
            FROM wau_rollup_users GROUP BY customer, user_id HAVING count(*) > 1 OR user_id IS NULL LIMIT 20""", """
            SELECT 'the rollup has user number ' || number || ' of customer ' || customer || ' ' || count(*) || ' times'
            FROM wau_rollup_users GROUP BY customer, number HAVING count(*) > 1 LIMIT 20""", """
            SELECT 'the rollup has event ' || coalesce(event, 'NULL') || ' ' || count(*) || ' times'
            FROM wau_rollup_events GROUP BY event HAVING count(*) > 1 OR event IS NULL LIMIT 20""", """
            SELECT 'the rollup has event number ' || number || ' ' || count(*) || ' times'
            FROM wau_rollup_events GROUP BY number HAVING count(*) > 1 LIMIT 20""");

    private static final String MONTHS = """
            SELECT DISTINCT extract(year FROM event_time)::INTEGER * 12 + extract(month FROM event_time)::INTEGER - 1
            FROM wau_audit_logs
            UNION SELECT DISTINCT month FROM wau_rollup_parts""";

    /** A user or an event that the rollup doesn't know gets a number that none has. */
    private static final String ROWS = """
            SELECT r.customer, %1$s, CASE WHEN r.user_id IS NULL THEN -1 ELSE coalesce(u.number, %2$d) END,
                coalesce(e.number, %2$d), count(*)
            FROM wau_audit_logs r
            LEFT JOIN wau_rollup_users u ON u.customer = r.customer AND u.user_id = r.user_id
            LEFT JOIN wau_rollup_events e ON e.event = r.event
            WHERE r.event_time >= ? AND r.event_time < ?
            GROUP BY 1, 2, 3, 4""";

    private static final String PARTS = """
            SELECT customer, block, cells, events, summary, days, edges, quarters, detail FROM wau_rollup_parts
            WHERE month = %d""";

    private final Session session;
    private final UnaryOperator<String> quarter;
    private final List<String> found = new ArrayList<>();

    RollupCheck(Session session, UnaryOperator<String> quarter) {
        this.quarter = quarter;
        this.session = session;
    }

    /** What is wrong; nothing if there is no rollup yet. */
    List<String> find() {
        if (!Tables.setting(session, RollupForm.SETTING).contains(RollupForm.CURRENT)) {
            return List.of();
        }
        NAMES.forEach(sql -> session.list(sql, row -> row.getString(1)).forEach(name -> found.add(name + MEND)));
        if (found.isEmpty()) {
            new TreeSet<>(session.list(MONTHS, row -> row.getInt(1))).forEach(this::compare);
        }
        return found;
    }

    private void compare(int month) {
        SortedMap<Place, Cells> rows = rows(month);
        SortedMap<Place, Cells> rolledUp = parts(month);
        TreeSet<Place> places = new TreeSet<>(rows.keySet());
        places.addAll(rolledUp.keySet());
        for (Place place : places) {
            Cells expected = rows.getOrDefault(place, Cells.NONE);
            Cells difference =
                    expected.plus(rolledUp.getOrDefault(place, Cells.NONE).negated());
            if (difference.size() > 0) {
                add(place, "differs from the rows in " + difference.size() + " counts");
            }
        }
    }

    private SortedMap<Place, Cells> rows(int month) {
        LocalDateTime first = Quarters.firstDay(month).atStartOfDay();
        RollupChange change = new RollupChange();
        read(
                ROWS.formatted(quarter.apply("r.event_time"), Integer.MAX_VALUE),
                row -> change.add(row.getString(1), row.getLong(2), row.getLong(3), row.getInt(4), row.getInt(5)),
                first,
                first.plusMonths(1));
        return change.cells();
    }

    private SortedMap<Place, Cells> parts(int month) {
        SortedMap<Place, Cells> cells = new TreeMap<>();
        PartWriter writer = new PartWriter();
        read(PARTS.formatted(month), row -> {
            Place place = new Place(row.getString("customer"), month, row.getInt("block"));
            Part part = new Part(
                    row.getInt("cells"),
                    row.getLong("events"),
                    row.getBytes("summary"),
                    row.getBytes("days"),
                    row.getBytes("edges"),
                    row.getBytes("quarters"),
                    row.getBytes("detail"));
            try {
                Cells own = DetailCursor.cells(part.cells(), part.detail());
                if (!writer.part(own).equals(part)) {
                    add(place, "contradicts itself");
                }
                cells.merge(place, own, Cells::plus);
            } catch (IndexOutOfBoundsException e) {
                add(place, "can't be read");
            }
        });
        return cells;
    }

    private void add(Place place, String what) {
        if (found.size() < MOST_FINDINGS) {
            found.add("the rollup of customer " + place.customer() + " in "
                    + Quarters.firstDay(place.month()).toString().substring(0, 7) + " " + what + MEND);
        }
    }

    /** Reads rows as they come: they may be many. */
    private void read(String sql, RowConsumer consumer, LocalDateTime... times) {
        session.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                for (int index = 0; index < times.length; index++) {
                    statement.setObject(index + 1, times[index]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        consumer.accept(row);
                    }
                }
            }
        });
    }

    @FunctionalInterface
    private interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}
