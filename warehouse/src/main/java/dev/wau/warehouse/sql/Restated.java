package dev.wau.warehouse.sql;

import dev.wau.analyse.Windows;
import dev.wau.load.LoadHistory.Filter;
import dev.wau.load.LoadHistory.HistoryRestatement;
import dev.wau.load.Restatement;
import dev.wau.load.Restatement.FileChange;
import dev.wau.load.Restatement.Numbers;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The rows of {@code wau_restatements}: one for each run, customer, week and file. */
final class Restated {

    private static final String INSERT = """
            INSERT INTO wau_restatements (run, restated_at, customer, zone, week_start, first_day, week_end,
                users_before, users_after, events_before, events_after, file_id, object_key, events_change)
            VALUES (?, ?, ?, ?, ?, CAST(? AS DATE), ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** A restatement's rows are one: the limit counts those. */
    private static final String LIST = """
            WITH wanted AS (
                SELECT f.restated_at, f.customer, f.first_day FROM wau_restatements f WHERE %1$s
                GROUP BY f.restated_at, f.customer, f.first_day
                ORDER BY f.restated_at DESC, f.customer DESC, f.first_day DESC LIMIT %2$s)
            SELECT r.*, CAST(r.first_day AS VARCHAR) AS week FROM wau_restatements r
            JOIN wanted w ON w.restated_at = r.restated_at AND w.customer = r.customer AND w.first_day = r.first_day
            ORDER BY r.restated_at, r.customer, r.first_day, r.file_id""";

    private static final String REACHED = """
            SELECT customer, max(reached) AS reached FROM (
                SELECT customer, last_event_time AS reached FROM wau_files
                WHERE state = 'loaded' AND last_event_time IS NOT NULL
                    AND customer IN (%1$s)
                UNION ALL
                SELECT customer, week_end FROM wau_restatements WHERE customer IN (%1$s)) r
            GROUP BY customer""";

    private final Session session;

    Restated(Session session) {
        this.session = session;
    }

    void insert(Restatement restatement, Instant now) {
        for (FileChange file : restatement.files()) {
            session.update(
                    INSERT,
                    restatement.run().value(),
                    now,
                    restatement.customer().name(),
                    restatement.calendar().zoneName(),
                    restatement.calendar().weekStart().name().toLowerCase(Locale.ROOT),
                    restatement.week().first().toString(),
                    restatement.week().end(),
                    restatement.before().users(),
                    restatement.after().users(),
                    restatement.before().events(),
                    restatement.after().events(),
                    file.file().value(),
                    file.key().path(),
                    file.events());
        }
    }

    Map<Customer, Instant> reached(Collection<Customer> customers) {
        Members names = session.dialect()
                .texts(session, customers.stream().map(Customer::name).toList());
        Map<Customer, Instant> reached = new TreeMap<>();
        session.list(
                        REACHED.formatted(names.sql()),
                        row -> Map.entry(
                                new Customer(row.getString("customer")),
                                Objects.requireNonNull(Session.instant(row, "reached"))),
                        names.with(names.with()))
                .forEach(entry -> reached.put(entry.getKey(), entry.getValue()));
        return reached;
    }

    List<HistoryRestatement> list(Filter filter) {
        Matching matching = Matching.of(filter.customer(), filter.key());
        Map<HistoryRestatement, List<FileChange>> files = new LinkedHashMap<>();
        session.list(
                        LIST.formatted(matching.sql(), filter.limit()),
                        row -> Map.entry(read(row), file(row)),
                        matching.values())
                .forEach(row -> files.computeIfAbsent(row.getKey(), none -> new ArrayList<>())
                        .add(row.getValue()));
        List<HistoryRestatement> rows = new ArrayList<>();
        files.forEach((row, changes) -> rows.add(with(row, changes)));
        return rows;
    }

    private static HistoryRestatement read(ResultSet row) throws SQLException {
        Windows calendar = new Windows(
                ZoneId.of(row.getString("zone")),
                DayOfWeek.valueOf(row.getString("week_start").toUpperCase(Locale.ROOT)));
        LocalDate first = LocalDate.parse(row.getString("week"));
        Restatement restatement = new Restatement(
                new RunId(row.getString("run")),
                new Customer(row.getString("customer")),
                calendar,
                calendar.between(first, first.plusDays(6)),
                new Numbers(row.getLong("users_before"), row.getLong("events_before")),
                new Numbers(row.getLong("users_after"), row.getLong("events_after")),
                List.of());
        return new HistoryRestatement(restatement, Objects.requireNonNull(Session.instant(row, "restated_at")));
    }

    private static FileChange file(ResultSet row) throws SQLException {
        return new FileChange(
                new FileId(row.getLong("file_id")),
                new ObjectKey(row.getString("object_key")),
                row.getLong("events_change"));
    }

    private static HistoryRestatement with(HistoryRestatement row, List<FileChange> files) {
        Restatement of = row.restatement();
        return new HistoryRestatement(
                new Restatement(of.run(), of.customer(), of.calendar(), of.week(), of.before(), of.after(), files),
                row.changed());
    }
}
