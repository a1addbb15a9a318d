package dev.wau.warehouse.sql;

import dev.wau.analyse.ActivityStore;
import dev.wau.csv.RowIdentity;
import dev.wau.load.FileToLoad;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import dev.wau.warehouse.activity.Connections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the warehouses' SQL differs. Thread-safe. */
public interface SqlDialect {

    /** The types of its columns. */
    SqlTypes types();

    /** How it keeps its rollup. */
    Rollups rollups();

    /** What the reports ask, within a transaction that may have changed rows. */
    ActivityStore activity(Connections connections);

    /** What follows the columns of a table of rows: how it is laid out. Empty or with a space. */
    String rowLayout();

    /** Texts that something may be one of. */
    Members texts(Session session, Collection<String> values);

    /** Numbers that something may be one of. */
    Members numbers(Session session, Collection<Long> values);

    /** What {@code staged} has as {@code details}, as the type that the tables have. */
    String json(String stagedDetails);

    /** The microseconds since 1970 of a timestamp column, as a BIGINT. */
    String epochMicros(String column);

    /** Reads an {@code event_hash}. */
    UUID hash(ResultSet row, int place) throws SQLException;

    /** What {@link #details} reads, of a column. */
    String detailsText(String column);

    /** Reads {@code details} as its text; null if there are none. */
    @Nullable
    String details(ResultSet row, int place) throws SQLException;

    /** How many rows may be grouped at once, by a hash that most of them have alone. */
    long mostGrouped();

    /** Inserts rows into a table, in the order of its columns: numbers, texts, bytes, local times in UTC, UUIDs, nulls. */
    void insert(Session session, String table, Iterable<? extends List<@Nullable Object>> rows);

    /** The names of a table's columns. Asks the catalog: a look at the table would hold it against {@link #columnsComing}. */
    List<String> columns(Session session, String table);

    /** A query of the tables' names, as {@code table_name}. Every command asks it, before it does anything else. */
    String tables();

    /** Runs a query of very many rows, of which the driver holds some at a time. */
    void eachOfMany(Session session, String sql, Session.RowTaker taker, @Nullable Object... values);

    /** The headers of files: each file's. */
    Map<FileId, FileHeader> headers(List<FileToLoad> files);

    /**
     * Columns that the run will add are known, and it has neither read nor changed a table of rows yet: a warehouse whose
     * readers would have to wait until the run's end adds them now, beside the run's transaction.
     */
    void columnsComing(Collection<String> names);

    /**
     * Whether rows are compared, while they are fed, with those that came before, so that those that nothing equals can go
     * straight. If not, all go into {@code staged}, and are compared there.
     */
    boolean comparesWhileFed();

    /**
     * Files are about to be read, which may take long, and the run hasn't read or changed rows of the tables yet: a
     * warehouse may let other runs go first, if it makes sure afterwards that none did.
     */
    void aboutToRead(Session session);

    /**
     * Reads the files into {@code staged}, or straight, as the feeding says, on several threads; the feeding keeps each
     * one's result.
     *
     * @return how many rows went straight
     */
    long feed(Session session, Feeding feeding);

    /** The rejects of these files enter, of those that the feeding didn't leave in its spool. */
    void enterRejects(Session session, Collection<Long> files);

    /** Told when files were fed, and their rows are about to be compared with what the tables have. */
    void fed(Session session, RowIdentity identity);

    /** Told when temporary tables are filled and about to be joined. */
    void filled(Session session, List<String> tables);

    /** Begins a transaction whose queries read and join whole tables, all as of one moment. */
    void wholeTables(Session session);

    /** What makes rows equal here was chosen: the tables are empty, and keep it. */
    void identityChosen(Session session, RowIdentity identity);

    /** Commits; fails after a bounded time where no reply comes. */
    void commit(Session session);

    /** What a failed statement means: {@code BUSY} where another holds a lock, {@code WAREHOUSE_FAILED} otherwise. */
    WauException failure(SQLException e, String what);
}
