package dev.wau.warehouse.sql;

import dev.wau.csv.RowIdentity;
import dev.wau.model.WauException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the warehouses' SQL differs. Thread-safe. */
public interface SqlDialect {

    /** The type of {@code details}. */
    String jsonType();

    /** What follows a text type: an order of bytes, so that an order means the same everywhere. Empty or with a space. */
    String textOrder();

    /** What follows the type of a column whose values nothing can compress: not to try. Empty or with a space. */
    String asItComes();

    /** The microseconds since 1970 of a timestamp column, as a BIGINT. */
    String epochMicros(String column);

    /** The number of the quarter of an hour since 1970 that holds a timestamp column, as a BIGINT. */
    String quarter(String column);

    /** The type of bytes. */
    String bytesType();

    /** Inserts rows into a table, in the order of its columns: numbers, texts, bytes, local times in UTC, UUIDs, nulls. */
    void insert(Session session, String table, Iterable<? extends List<@Nullable Object>> rows);

    /** The names of a table's columns. Asks the catalog: a look at the table would hold it against {@link #columnsComing}. */
    List<String> columns(Session session, String table);

    /** A query of the tables' names, as {@code table_name}. Every command asks it, before it does anything else. */
    String tables();

    /** Runs a query of very many rows, of which the driver holds some at a time. */
    void eachOfMany(Session session, String sql, Session.RowTaker taker, @Nullable Object... values);

    /**
     * Columns that the run will add are known, and it has neither read nor changed a table of rows yet: a warehouse whose
     * readers would have to wait until the run's end adds them now, beside the run's transaction.
     */
    void columnsComing(Collection<String> names);

    /**
     * Reads the files into {@code staged}, or straight, as the feeding says, on several threads; the feeding keeps each
     * one's result.
     *
     * @return how many rows went straight
     */
    long feed(Session session, Feeding feeding);

    /** Told when files were fed, and their rows are about to be compared with what the tables have. */
    void fed(Session session, RowIdentity identity);

    /** Told when temporary tables are filled and about to be joined. */
    void filled(Session session, List<String> tables);

    /** Told before queries that read and join whole tables. */
    void wholeTables(Session session);

    /** What makes rows equal here was chosen: the tables are empty, and keep it. */
    void identityChosen(Session session, RowIdentity identity);

    /** Commits; fails after a bounded time where no reply comes. */
    void commit(Session session);

    /** What a failed statement means: {@code BUSY} where another holds a lock, {@code WAREHOUSE_FAILED} otherwise. */
    WauException failure(SQLException e, String what);
}
