package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rows wait in the temporary table {@code staged}: what doesn't enter leaves no trace in the tables. */
final class LandingApart implements Landing {

    private static final String CREATE = """
            CREATE TEMP TABLE staged (
                customer ${text}, event_time TIMESTAMP, file_id BIGINT, line BIGINT, event_hash UUID, details ${text})""";

    private static final String INSERT = """
            INSERT INTO %1$s (customer, event_time, file_id, line, event_hash, details, occurrence, %2$s)
            SELECT s.customer, s.event_time, s.file_id, s.line, s.event_hash, s.details::%5$s,
                coalesce(p.occurrence, 1), %3$s
            FROM staged s LEFT JOIN placed p ON p.file_id = s.file_id AND p.line = s.line
            WHERE coalesce(p.suppressed, false) = %4$s""";

    private final Session session;
    private final Set<String> columns = new HashSet<>();

    LandingApart(Session session) {
        this.session = session;
        session.update(CREATE.replace("${text}", Tables.text(session)));
        add(ColumnPlan.FIXED);
    }

    @Override
    public String table() {
        return "staged";
    }

    @Override
    public void columns(Set<String> further) {
        add(further);
    }

    private void add(Collection<String> names) {
        for (String name : names) {
            if (columns.add(name)) {
                session.update("ALTER TABLE staged ADD COLUMN " + Identifiers.quote(name) + " " + Tables.text(session));
            }
        }
    }

    @Override
    public long rowsOf(FileId file) {
        return file.value();
    }

    @Override
    public String waiting(String alias) {
        return "true";
    }

    @Override
    public String entered(String alias) {
        return "true";
    }

    @Override
    public void arrived(Collection<FileId> files) {
        session.dialect().filled(session, List.of("staged"));
    }

    @Override
    public void drop(Collection<FileId> files) {
        session.update(
                "DELETE FROM staged WHERE file_id IN (SELECT unnest(?::BIGINT[]))",
                files.stream().map(FileId::value).toList());
    }

    @Override
    public void settle(Set<String> further, long loaded, long suppressed) {
        Set<String> missing = new TreeSet<>(further);
        missing.removeAll(Tables.furtherColumns(session));
        Tables.addColumns(session, missing);
        Set<String> texts = new TreeSet<>(ColumnPlan.FIXED);
        texts.addAll(further);
        insert("wau_audit_logs", texts, false, loaded);
        insert("wau_suppressed", texts, true, suppressed);
        session.update("DELETE FROM staged");
    }

    private void insert(String table, Set<String> texts, boolean suppressed, long expected) {
        if (expected == 0) {
            return;
        }
        long inserted = session.update(INSERT.formatted(
                table,
                Identifiers.list("", texts),
                Identifiers.list("s.", texts),
                suppressed,
                session.dialect().jsonType()));
        if (inserted != expected) {
            throw new WauException(
                    ErrorCode.INTERNAL, "Lost count: " + inserted + " rows entered " + table + ", not " + expected);
        }
    }

    @Override
    public void close() {}
}
