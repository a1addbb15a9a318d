package dev.wau.warehouse.sql;

import dev.wau.model.FileId;
import java.util.Collection;
import java.util.Set;

/** Where the rows of staged files are until these enter: typed, but not yet compared with anything. */
interface Landing {

    /** The table in which they are. */
    String table();

    /** Makes sure that rows with these further columns find room. */
    void columns(Set<String> further);

    /** The {@code file_id} of a file's rows while they are here. */
    long rowsOf(FileId file);

    /** A condition on {@link #table}'s rows, under this name: they wait here. */
    String waiting(String alias);

    /** A condition on the rows of {@code wau_audit_logs}, under this name: they entered. */
    String entered(String alias);

    /** These files were read: their rows wait here. */
    void arrived(Collection<FileId> files);

    /** Takes out the rows of these files. */
    void drop(Collection<FileId> files);

    /**
     * All that waits here enters: a row goes into {@code wau_suppressed} where {@code placed} says so, else into {@code
     * wau_audit_logs}. Nothing waits here afterwards.
     *
     * @param further the columns beyond the fixed ones that the rows fill
     * @param loaded rows that are expected to enter {@code wau_audit_logs}
     * @param suppressed rows that are expected to enter {@code wau_suppressed}
     */
    void settle(Set<String> further, long loaded, long suppressed);

    /** The run enters no more files. */
    void close();
}
