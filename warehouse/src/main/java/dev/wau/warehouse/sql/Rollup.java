package dev.wau.warehouse.sql;

import java.util.Collection;
import java.util.Map;

/**
 * Keeps the rollup true to the rows, in the transaction that changes them. It is told what enters and what leaves: {@link
 * Merge} and {@link Departure} are the only ones that change rows. Used by one thread.
 */
public interface Rollup extends AutoCloseable {

    /** Counts a file, or a part of it, while it is read; of use when {@link #entered} is told. */
    FileCounting counting();

    /**
     * Files entered: their rows are in the tables.
     *
     * @param counted the countings of their records, and whose they are
     * @param files their numbers
     * @param suppressed how many of the records didn't become rows of {@code wau_audit_logs}
     */
    void entered(Map<Long, String> counted, Collection<Long> files, long suppressed);

    /**
     * These rows came back.
     *
     * @param rows a query with the columns customer, user_id, event, event_time
     */
    void back(String rows);

    /** These rows are about to leave. */
    void leaving(String rows);

    /** Everything has entered and left, and the commit comes. */
    void settle();

    @Override
    void close();
}
