package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Place;
import dev.wau.warehouse.rollup.RollupForm;
import java.sql.Array;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rollup as parts of bytes, counted and read here ({@code dev.wau.warehouse.rollup}). One that isn't there, is of
 * another form, or turns out not to hold what leaves, is made anew from all rows before the commit.
 */
final class PartsRollup implements Rollup {

    private static final String KEPT = "SELECT count(*) FROM wau_settings WHERE name = ? AND value = ?";

    private final Session session;
    private final UnaryOperator<String> quarter;
    private final CountingSpool spool = new CountingSpool();
    private boolean kept;

    /** In a transaction that hasn't changed anything yet. */
    PartsRollup(Session session, UnaryOperator<String> quarter) {
        this.quarter = quarter;
        this.session = session;
        kept = session.number(KEPT, RollupForm.SETTING, RollupForm.CURRENT) > 0;
    }

    private void begin() {
        List.of("wau_rollup_parts", "wau_rollup_users", "wau_rollup_events")
                .forEach(table -> session.update("DELETE FROM " + table));
        session.update("DELETE FROM wau_settings WHERE name = ?", RollupForm.SETTING);
        session.update("INSERT INTO wau_settings VALUES (?, ?)", RollupForm.SETTING, RollupForm.CURRENT);
        kept = true;
    }

    @Override
    public FileCounting counting() {
        return kept ? spool.counting() : FileCounting.none();
    }

    @Override
    public void entered(Map<Long, String> counted, Collection<Long> files, long suppressed) {
        if (!kept || files.isEmpty()) {
            spool.forget();
            return;
        }
        Entering entering = new Entering();
        new CountedCells(session).each(spool, counted, entering::take);
        entering.end(suppressed > 0 ? files : List.of());
    }

    /** Slices of what enters. One waits: mostly it is the only one, and what was suppressed is taken off before it is written. */
    private final class Entering {

        private SortedMap<Place, Cells> waiting = new TreeMap<>();
        private boolean several;

        void take(SortedMap<Place, Cells> slice) {
            if (!waiting.isEmpty()) {
                several = true;
                add(waiting);
            }
            waiting = slice;
        }

        /** @param suppressed the files, if any of their records were */
        void end(Collection<Long> suppressed) {
            if (!several && !suppressed.isEmpty()) {
                new RollupCount(session, quarter)
                        .each(
                                less -> less.forEach((place, own) -> waiting.merge(place, own.negated(), Cells::plus)),
                                rows("wau_suppressed", suppressed),
                                list(suppressed));
            }
            add(waiting);
            if (several && !suppressed.isEmpty()) {
                takeAway(rows("wau_suppressed", suppressed), list(suppressed));
            }
        }
    }

    /** The bounds stand twice: a warehouse may skip blocks of rows by values. */
    private static String rows(String table, Collection<Long> files) {
        return "SELECT customer, user_id, event, event_time FROM " + table + " WHERE file_id BETWEEN "
                + Collections.min(files) + " AND " + Collections.max(files)
                + " AND file_id IN (SELECT unnest(?::BIGINT[]))";
    }

    @Override
    public void back(String rows) {
        if (kept) {
            new RollupCount(session, quarter).each(this::add, rows);
        }
    }

    private Array list(Collection<Long> files) {
        return session.array("BIGINT", files);
    }

    @Override
    public void leaving(String rows) {
        takeAway(rows);
    }

    private void takeAway(String rows, @Nullable Object... values) {
        if (kept) {
            new RollupCount(session, quarter)
                    .each(
                            cells -> {
                                SortedMap<Place, Cells> less = new TreeMap<>();
                                cells.forEach((place, own) -> less.put(place, own.negated()));
                                add(less);
                            },
                            rows,
                            values);
        }
    }

    private void add(SortedMap<Place, Cells> cells) {
        kept = kept && new RollupParts(session).add(cells);
    }

    @Override
    public void settle() {
        if (kept) {
            return;
        }
        begin();
        for (LocalDateTime month : session.list(
                "SELECT DISTINCT date_trunc('month', event_time)::TIMESTAMP AS first FROM wau_audit_logs"
                        + " WHERE event_time IS NOT NULL ORDER BY 1",
                row -> row.getObject("first", LocalDateTime.class))) {
            new RollupCount(session, quarter)
                    .each(
                            this::add,
                            "SELECT customer, user_id, event, event_time FROM wau_audit_logs"
                                    + " WHERE event_time >= ? AND event_time < ?",
                            month,
                            month.plusMonths(1));
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
