package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the rows of staged files are until these enter: in the temporary table {@code staged}, or, where the warehouse
 * writes straight, already in {@code wau_audit_logs}. Straight goes what no other row can be equal to, and storing is what
 * a load costs; so most rows are stored once. Until the commit nobody else sees any of it.
 */
final class Landing {

    private static final String CREATE = """
            CREATE TEMP TABLE staged (
                customer ${text}, event_time TIMESTAMP, file_id BIGINT, line BIGINT, event_hash ${hash},
                details ${staged_json})""";

    private static final String INSERT = """
            INSERT INTO %1$s (customer, event_time, file_id, line, event_hash, details, occurrence, %2$s)
            SELECT s.customer, s.event_time, s.file_id, s.line, s.event_hash, %5$s,
                coalesce(p.occurrence, 1), %3$s
            FROM staged s LEFT JOIN placed p ON p.file_id = s.file_id AND p.line = s.line
            WHERE coalesce(p.suppressed, false) = %4$s""";

    /** Parts of one file that were read beside each other may have sent a later line straight. */
    private static final String NUMBER = """
            UPDATE wau_audit_logs AS s SET occurrence = p.occurrence FROM placed p
            WHERE p.file_id = s.file_id AND p.line = s.line AND p.straight AND p.occurrence > 1 AND %s""";

    private final Session session;
    private final Set<String> columns = new HashSet<>();
    private final TreeSet<Long> straight = new TreeSet<>();
    private long straightRows;
    private final Set<String> unused = new TreeSet<>();

    Landing(Session session) {
        this.session = session;
        session.update(session.dialect().types().in(CREATE) + session.dialect().rowLayout());
        add(ColumnPlan.FIXED);
    }

    /** Makes sure that rows with these further columns find room. */
    void columns(Set<String> further, boolean writesStraight) {
        add(further);
        if (writesStraight) {
            unused.addAll(addToTables(further));
        }
    }

    private void add(Collection<String> names) {
        for (String name : names) {
            if (columns.add(name)) {
                session.update("ALTER TABLE staged ADD COLUMN " + Identifiers.quote(name) + " "
                        + session.dialect().types().text());
            }
        }
    }

    private Set<String> addToTables(Set<String> further) {
        Set<String> missing = new TreeSet<>(further);
        missing.removeAll(Tables.furtherColumns(session));
        Tables.addColumns(session, missing);
        return missing;
    }

    /** These files were read, into {@code staged} or, so many of their rows, straight. */
    void arrived(Collection<FileId> files, boolean wroteStraight, long rowsStraight) {
        if (wroteStraight) {
            files.forEach(file -> straight.add(file.value()));
            straightRows += rowsStraight;
        }
        session.dialect().filled(session, List.of("staged"));
    }

    /** Whether any row waits. */
    boolean anyStaged() {
        return session.number("SELECT count(*) FROM (SELECT 1 FROM staged LIMIT 1) x") > 0;
    }

    /** Whether rows went straight. */
    boolean isStraight() {
        return !straight.isEmpty();
    }

    /** A condition on the rows of {@code wau_audit_logs}, under this name: they went there straight. */
    String straight(String alias) {
        List<String> runs = runs(alias + ".file_id BETWEEN %d AND %d");
        return runs.isEmpty() ? "false" : "(" + String.join(" OR ", runs) + ")";
    }

    /** The contrary. */
    String entered(String alias) {
        List<String> runs = runs("(" + alias + ".file_id < %d OR " + alias + ".file_id > %d)");
        return runs.isEmpty() ? "true" : String.join(" AND ", runs);
    }

    /** Numbers that follow each other, as one: a warehouse can skip blocks of rows by it. */
    private List<String> runs(String condition) {
        List<String> runs = new ArrayList<>();
        Long first = null;
        Long last = null;
        for (Long id : straight) {
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

    /** Takes out the rows of these files. */
    void drop(Collection<FileId> files) {
        List<Long> ids = files.stream().map(FileId::value).toList();
        delete("staged", ids);
        List<Long> straightOnes = ids.stream().filter(straight::contains).toList();
        if (!straightOnes.isEmpty()) {
            straightRows -= delete("wau_audit_logs", straightOnes);
            straightOnes.forEach(straight::remove);
        }
    }

    private long delete(String table, List<Long> files) {
        Members ids = session.dialect().numbers(session, files);
        return session.update("DELETE FROM " + table + " WHERE file_id IN (" + ids.sql() + ")", ids.with());
    }

    /**
     * All that waits here enters: a row goes into {@code wau_suppressed} where {@code placed} says so, else into {@code
     * wau_audit_logs}.
     *
     * @param further the columns beyond the fixed ones that the rows fill
     * @param loaded rows that are expected to be in {@code wau_audit_logs} then
     * @param suppressed rows that are expected to enter {@code wau_suppressed}
     */
    void settle(Set<String> further, long loaded, long suppressed) {
        addToTables(further);
        unused.removeAll(further);
        if (straightRows > 0 && session.number("SELECT count(*) FROM placed WHERE straight AND occurrence > 1") > 0) {
            session.update(NUMBER.formatted(straight("s")));
        }
        Set<String> texts = new TreeSet<>(ColumnPlan.FIXED);
        texts.addAll(further);
        insert("wau_audit_logs", texts, false, loaded - straightRows);
        insert("wau_suppressed", texts, true, suppressed);
        session.update("DELETE FROM staged");
        straight.clear();
        straightRows = 0;
    }

    private void insert(String table, Set<String> texts, boolean suppressed, long expected) {
        long inserted = expected == 0 && !anyStaged()
                ? 0
                : session.update(INSERT.formatted(
                        table,
                        Identifiers.list("", texts),
                        Identifiers.list("s.", texts),
                        suppressed,
                        session.dialect().json("s.details")));
        if (inserted != expected) {
            throw new WauException(
                    ErrorCode.INTERNAL, "Lost count: " + inserted + " rows entered " + table + ", not " + expected);
        }
    }

    /** The run enters no more files. Those that were refused in the end leave no column either. */
    void close() {
        for (String column : unused) {
            for (String table : List.of("wau_audit_logs", "wau_suppressed")) {
                session.update("ALTER TABLE " + table + " DROP COLUMN " + Identifiers.quote(column));
            }
        }
    }
}
