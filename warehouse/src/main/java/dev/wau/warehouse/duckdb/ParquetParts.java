package dev.wau.warehouse.duckdb;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.sql.FeedReader;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.Identifiers;
import dev.wau.warehouse.sql.RejectSpool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes Parquet files with a DuckDB of its own, in memory: the one writer of parts, on one machine and on a cluster. Used
 * by one thread; reads files on several.
 */
public final class ParquetParts implements AutoCloseable {

    private static final AtomicLong NAMES = new AtomicLong();

    /** Snappy is what every reader of Parquet knows. Row groups are bounded by bytes: a row may be large. */
    private static final String FORMAT =
            "FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE_BYTES '32MB', RETURN_STATS true";

    private static final String ROWS = """
            COPY (SELECT r.customer, r.event_time, r.file_id, r.line, r."${hash}"::UUID::VARCHAR AS event_hash,
                encode(r.details) AS details, ${columns} FROM ${function}() r)
            TO '${folder}' (${format}, PER_THREAD_OUTPUT true, FILE_SIZE_BYTES '256MB')""";

    private final DuckDBConnection database;
    private final Path folder;
    private final FileFeed feed = new FileFeed();

    /**
     * A file.
     *
     * @param path where it is
     * @param rows how many it has
     */
    public record ParquetFile(Path path, long rows) {}

    private ParquetParts(DuckDBConnection database, Path folder) throws SQLException {
        this.database = database;
        this.folder = folder;
        feed.register(database);
    }

    /**
     * Opens a writer.
     *
     * @param folder for the files, and for what memory has no room for; must be there, and is whoever's made it
     * @param threads that write
     * @param memory of DuckDB, beside the heap: {@code 400MiB}
     */
    public static ParquetParts open(Path folder, int threads, String memory) {
        try {
            DuckDBConnection database =
                    DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            try (Statement statement = database.createStatement()) {
                statement.execute("SET memory_limit = '" + memory + "'");
                statement.execute("SET threads = " + threads);
                statement.execute("SET temp_directory = '" + quoted(folder) + "'");
                statement.execute("SET preserve_insertion_order = false");
            }
            return new ParquetParts(database, folder);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Reads a feeding's files into as many files as threads take part, or more where they get large. */
    public List<ParquetFile> rows(Feeding feeding) {
        feed.offer(new FileFeed.Offer(feeding, feeding.threads(), false, () -> new FeedReader(feeding)));
        try {
            Path target = Files.createDirectory(folder.resolve("rows-" + NAMES.incrementAndGet()));
            return copy(ROWS.replace("${hash}", RowChunk.HASH)
                    .replace("${columns}", Identifiers.list("r.", feeding.columns()))
                    .replace("${function}", Identifiers.quote(feed.name()))
                    .replace("${folder}", quoted(target))
                    .replace("${format}", FORMAT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            feeding.rethrow();
            throw failure(e);
        } finally {
            feed.end();
        }
    }

    /** The rejects of what was read, in the columns of {@code wau_rejects}; none make no file. */
    public List<ParquetFile> rejects(RejectSpool rejects) {
        List<ParquetColumn> columns = List.of(
                new ParquetColumn("file_id", "BIGINT"),
                new ParquetColumn("stage", "VARCHAR"),
                new ParquetColumn("line", "BIGINT"),
                new ParquetColumn("reason", "VARCHAR"),
                new ParquetColumn("message", "VARCHAR"),
                new ParquetColumn("raw", "VARCHAR"));
        return table(columns, appender -> rejects.drain(rejected -> append(appender, rejected)));
    }

    private static void append(DuckDBAppender appender, RejectSpool.OfFile rejected) {
        try {
            AppendedRow.append(
                    appender,
                    Arrays.asList(
                            rejected.file(),
                            "load",
                            rejected.reject().line(),
                            rejected.reject().reason().code(),
                            rejected.reject().message(),
                            rejected.reject().raw()));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes a file of rows: numbers, texts, bytes, local times, nulls; none make no file. */
    public List<ParquetFile> table(List<ParquetColumn> columns, Iterable<? extends List<@Nullable Object>> rows) {
        return table(columns, appender -> {
            for (List<@Nullable Object> row : rows) {
                AppendedRow.append(appender, row);
            }
        });
    }

    private List<ParquetFile> table(List<ParquetColumn> columns, Rows rows) {
        String name = "table_" + NAMES.incrementAndGet();
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (" + ParquetColumn.definitions(columns) + ")");
            try (DuckDBAppender appender = database.createAppender(name)) {
                rows.append(appender);
            }
            List<ParquetFile> files =
                    copy("COPY " + name + " TO '" + quoted(folder.resolve(name + ".parquet")) + "' (" + FORMAT + ")");
            statement.execute("DROP TABLE " + name);
            return files;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Appends rows. */
    @FunctionalInterface
    private interface Rows {
        void append(DuckDBAppender appender) throws SQLException;
    }

    private List<ParquetFile> copy(String sql) throws SQLException {
        List<ParquetFile> files = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet written = statement.executeQuery(sql)) {
            while (written.next()) {
                if (written.getLong("count") > 0) {
                    files.add(new ParquetFile(Path.of(written.getString("filename")), written.getLong("count")));
                }
            }
        }
        return files;
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    private static WauException failure(SQLException e) {
        return new WauException(
                ErrorCode.WAREHOUSE_FAILED, "Cannot write what was read as Parquet: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
