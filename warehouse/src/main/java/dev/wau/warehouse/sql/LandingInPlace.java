package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows are written straight into {@code wau_audit_logs}, as if each were the first of its kind; entering mends what isn't.
 * Storing is what a load costs, and most rows are the first of their kind: so they are stored once. Until the commit
 * nobody else sees any of it. A file that may have rows there already (it is loaded again) lands under its number's
 * negative.
 */
final class LandingInPlace implements Landing {

    private static final String SUPPRESS = """
            INSERT INTO wau_suppressed (customer, event_time, file_id, line, event_hash, details, occurrence, %1$s)
            SELECT s.customer, s.event_time, s.file_id, s.line, s.event_hash, s.details, p.occurrence, %2$s
            FROM wau_audit_logs s JOIN placed p ON p.file_id = s.file_id AND p.line = s.line
            WHERE p.suppressed AND %3$s""";

    private static final String REMOVE = """
            DELETE FROM wau_audit_logs s USING placed p
            WHERE p.file_id = s.file_id AND p.line = s.line AND p.suppressed AND %s""";

    private static final String NUMBER = """
            UPDATE wau_audit_logs AS s SET occurrence = p.occurrence FROM placed p
            WHERE p.file_id = s.file_id AND p.line = s.line AND p.occurrence > 1 AND NOT p.suppressed AND %s""";

    private final Session session;
    private final TreeSet<Long> waiting = new TreeSet<>();
    private final Set<String> unused = new TreeSet<>();
    private long known;

    /**
     * @param lastFileId the highest number that files of earlier runs have
     */
    LandingInPlace(Session session, long lastFileId) {
        this.session = session;
        this.known = lastFileId;
    }

    @Override
    public String table() {
        return "wau_audit_logs";
    }

    @Override
    public void columns(Set<String> further) {
        Set<String> missing = new TreeSet<>(further);
        missing.removeAll(Tables.furtherColumns(session));
        Tables.addColumns(session, missing);
        unused.addAll(missing);
    }

    @Override
    public long rowsOf(FileId file) {
        return file.value() > known ? file.value() : -file.value();
    }

    @Override
    public void arrived(Collection<FileId> files) {
        files.forEach(file -> waiting.add(rowsOf(file)));
    }

    @Override
    public String waiting(String alias) {
        List<String> runs = runs(alias + ".file_id BETWEEN %d AND %d");
        return runs.isEmpty() ? "false" : "(" + String.join(" OR ", runs) + ")";
    }

    @Override
    public String entered(String alias) {
        List<String> runs = runs("(" + alias + ".file_id < %d OR " + alias + ".file_id > %d)");
        return runs.isEmpty() ? "true" : String.join(" AND ", runs);
    }

    /** Numbers that follow each other, as one: so DuckDB skips blocks of rows by it. */
    private List<String> runs(String condition) {
        List<String> runs = new ArrayList<>();
        Long first = null;
        Long last = null;
        for (Long id : waiting) {
            if (first == null || last == null || id != last + 1) {
                if (first != null) {
                    runs.add(condition.formatted(first, last));
                }
                first = id;
            }
            last = id;
        }
        if (first != null) {
            runs.add(condition.formatted(first, last));
        }
        return runs;
    }

    @Override
    public void drop(Collection<FileId> files) {
        List<Long> rows = files.stream().map(this::rowsOf).toList();
        session.update("DELETE FROM wau_audit_logs WHERE file_id IN (SELECT unnest(?::BIGINT[]))", rows);
        rows.forEach(waiting::remove);
    }

    @Override
    public void settle(Set<String> further, long loaded, long suppressed) {
        if (suppressed > 0) {
            Set<String> texts = new TreeSet<>(ColumnPlan.FIXED);
            texts.addAll(further);
            session.update(
                    SUPPRESS.formatted(Identifiers.list("", texts), Identifiers.list("s.", texts), waiting("s")));
            session.update(REMOVE.formatted(waiting("s")));
        }
        session.update(NUMBER.formatted(waiting("s")));
        long entered = session.number("SELECT count(*) FROM wau_audit_logs s WHERE " + waiting("s"));
        if (entered != loaded) {
            throw new WauException(
                    ErrorCode.INTERNAL, "Lost count: " + entered + " rows entered wau_audit_logs, not " + loaded);
        }
        giveNumbers();
        unused.removeAll(further);
        known = Math.max(known, waiting.isEmpty() ? 0 : waiting.last());
        waiting.clear();
    }

    private void giveNumbers() {
        if (!waiting.isEmpty() && waiting.first() < 0) {
            for (String table : List.of("wau_audit_logs", "wau_suppressed")) {
                session.update("UPDATE " + table + " SET file_id = -file_id WHERE file_id < 0");
            }
        }
    }

    /** Files that were refused in the end leave no column either. */
    @Override
    public void close() {
        for (String column : unused) {
            for (String table : List.of("wau_audit_logs", "wau_suppressed")) {
                session.update("ALTER TABLE " + table + " DROP COLUMN " + Identifiers.quote(column));
            }
        }
    }
}
