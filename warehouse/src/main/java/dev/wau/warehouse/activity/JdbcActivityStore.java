package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import dev.wau.warehouse.rollup.Quarters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reports' numbers from the tables {@code wau_audit_logs}, {@code wau_files}, {@code wau_rejects}, {@code
 * wau_batches} and {@code wau_batch_customers}, in SQL without a dialect: no time zone function, no VALUES, no ASOF.
 * Each answer is one statement, so it sees one state of the warehouse (but {@link #basis}, which takes three).
 * Thread-safe if its {@link Connections} are.
 */
public final class JdbcActivityStore implements ActivityStore {

    private static final int FILES_AT_ONCE = 10_000;

    private final Connections connections;
    private final Counted counted;

    /** Over all rows. */
    public JdbcActivityStore(Connections connections) {
        this(connections, Counted.ROWS);
    }

    private JdbcActivityStore(Connections connections, Counted counted) {
        this.connections = connections;
        this.counted = counted;
    }

    /**
     * Over the table {@code wau_rollup}, which counts the rows by quarters of an hour; windows that don't begin and end on
     * one, over all rows.
     */
    public static JdbcActivityStore overRollup(Connections connections) {
        return new JdbcActivityStore(connections, Counted.CELLS);
    }

    private Counted counted(Collection<Window> windows) {
        boolean onQuarters = windows.stream()
                .flatMap(window -> Stream.of(window.start(), window.end()))
                .allMatch(Quarters::isStart);
        return onQuarters ? counted : Counted.ROWS;
    }

    @Override
    public List<Count> activeUsers(List<Window> windows, Scope scope) {
        return tallies(windows, scope, "CAST('' AS VARCHAR(1))").values().stream()
                .flatMap(tally -> tally.counts(null).stream())
                .toList();
    }

    @Override
    public List<Count> activeUsersByCustomer(List<Window> windows, Scope scope) {
        return tallies(windows, scope, "\"customer\"").entrySet().stream()
                .flatMap(entry -> entry.getValue().counts(new Customer(entry.getKey())).stream())
                .sorted(Comparator.comparing(Count::window))
                .toList();
    }

    private Map<String, Tally> tallies(List<Window> windows, Scope scope, String who) {
        Map<String, Tally> tallies = new TreeMap<>();
        if (WindowOrder.isOrdered(windows)) {
            Segments segments = new Segments(windows);
            each(
                    Queries.active(counted(windows), segments, scope, who),
                    row -> tallies.computeIfAbsent(row.getString("who"), customer -> new Tally(windows, segments))
                            .add(
                                    row.getInt("segment"),
                                    row.getInt("next"),
                                    row.getLong("users"),
                                    row.getLong("events")));
        }
        return tallies;
    }

    @Override
    public List<Lifecycle> lifecycle(List<Window> windows, Scope scope) {
        if (!WindowOrder.isConsecutive(windows)) {
            return List.of();
        }
        Segments segments = new Segments(windows);
        Stages stages = new Stages(windows, segments);
        each(
                Queries.lifecycle(counted(windows), segments, scope),
                row -> stages.add(
                        row.getInt("segment"),
                        row.getLong("added"),
                        row.getLong("returning_users"),
                        row.getLong("resurrected"),
                        row.getLong("leaving")));
        return stages.rows();
    }

    @Override
    public List<Retention> retention(List<Window> windows, Scope scope) {
        List<Retention> rows = new ArrayList<>();
        if (WindowOrder.isConsecutive(windows)) {
            Segments segments = new Segments(windows);
            each(Queries.retention(counted(windows), segments, scope), row -> {
                int cohort = segments.firstWindow(row.getInt("cohort"));
                int window = segments.firstWindow(row.getInt("segment"));
                rows.add(new Retention(windows.get(cohort).first(), window - cohort, row.getLong("users")));
            });
        }
        return rows;
    }

    @Override
    public List<EventCount> events(Window window, Scope scope) {
        List<EventCount> rows = new ArrayList<>();
        each(
                Queries.events(counted(List.of(window)), window, scope),
                row -> rows.add(new EventCount(row.getString("event"), row.getLong("events"), row.getLong("users"))));
        rows.sort(Comparator.comparingLong(EventCount::events).reversed().thenComparing(EventCount::event));
        return rows;
    }

    @Override
    public List<CustomerActivity> customers(Window window, Scope scope) {
        List<CustomerActivity> rows = new ArrayList<>();
        each(Queries.customers(counted(List.of(window)), window, scope), row -> rows.add(CustomerRows.read(row)));
        rows.sort(Comparator.comparing(CustomerActivity::customer));
        return rows;
    }

    @Override
    public List<FileEvents> eventsByFile(List<Window> windows, Collection<FileId> files, Scope scope) {
        List<FileEvents> rows = new ArrayList<>();
        if (!WindowOrder.isOrdered(windows)) {
            return rows;
        }
        Segments segments = new Segments(windows);
        List<Long> ids = files.stream().map(FileId::value).sorted().toList();
        for (int from = 0; from < ids.size(); from += FILES_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + FILES_AT_ONCE, ids.size()));
            each(Queries.eventsByFile(segments, some, scope), row -> {
                int segment = row.getInt("segment");
                FileId file = new FileId(row.getLong("file_id"));
                for (int w = segments.firstWindow(segment); w <= segments.lastWindow(segment); w++) {
                    rows.add(new FileEvents(windows.get(w).first(), file, row.getLong("events")));
                }
            });
        }
        return summed(rows);
    }

    private static List<FileEvents> summed(List<FileEvents> parts) {
        Map<FileEvents, Long> sums =
                new TreeMap<>(Comparator.comparing(FileEvents::window).thenComparing(FileEvents::file));
        parts.forEach(part -> sums.merge(part, part.events(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new FileEvents(sum.getKey().window(), sum.getKey().file(), sum.getValue()))
                .toList();
    }

    @Override
    public List<Restated> restated(List<Window> weeks, Windows calendar, Scope scope) {
        Restatements restatements = new Restatements(weeks);
        if (!weeks.isEmpty()) {
            each(Queries.restated(weeks, calendar, scope), restatements::add);
        }
        return restatements.restated();
    }

    @Override
    public Basis basis() {
        Reaches reaches = new Reaches();
        each(new Sql(Queries.NEWEST_BATCH, List.of()), row -> reaches.newest(row.getString("batch")));
        each(
                new Sql(Queries.REACHES, List.of()),
                row -> reaches.add(
                        new Reach(
                                new Customer(row.getString("customer")),
                                CustomerRows.instant(row, "first"),
                                CustomerRows.instant(row, "last")),
                        row.getString("batch") != null));
        List<Basis> sums = new ArrayList<>();
        each(
                new Sql(Queries.SUMS, List.of()),
                row -> sums.add(reaches.basis(
                        row.getLong("files"), row.getLong("rows"), row.getLong("rejects"), row.getLong("batches"))));
        return sums.get(0);
    }

    private void each(Sql sql, Row row) {
        try {
            Connection connection = connections.open();
            try {
                each(connection, sql, row);
            } finally {
                connections.release(connection);
            }
        } catch (SQLException e) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED, "Cannot compute the report's numbers: " + e.getMessage(), e);
        }
    }

    private static void each(Connection connection, Sql sql, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            for (int index = 0; index < sql.binds().size(); index++) {
                statement.setString(index + 1, sql.binds().get(index));
            }
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    row.read(results);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
