package dev.wau.warehouse.duckdb;

import dev.wau.load.DuckDbUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Opens the one file of a DuckDB warehouse; waits while another process holds it. */
final class DuckDbOpener {

    /** DuckDB's own memory, beside the JVM's heap, unless the URL says another; beyond it, it writes beside the file. */
    private static final String MEMORY_LIMIT = "400MiB";

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    /**
     * DuckDB gives neither SQLState nor error code (null and 0 in 2.0.0), so this is the one place where a message
     * decides. If it changes, waiting stops working and the original message is shown: nothing is altered by mistake.
     */
    private static final Pattern HELD_BY_A_PROCESS =
            Pattern.compile("Could not set lock on file(?:.*?PID (?<pid>[0-9]+))?", Pattern.DOTALL);

    private static final Pattern HELD_HERE = Pattern.compile("different configuration than existing connections");

    private final DuckDbUrl url;
    private final @Nullable Path file;

    DuckDbOpener(DuckDbUrl url, @Nullable Path file) {
        this.url = url;
        this.file = file;
    }

    DuckDBConnection open(Access access, Patience patience) {
        prepare(access);
        long began = System.nanoTime();
        String told = null;
        while (true) {
            try {
                return connect(access);
            } catch (SQLException e) {
                String holder = holder(e);
                Duration waited = Duration.ofNanos(System.nanoTime() - began);
                if (holder == null) {
                    throw failure(e);
                }
                if (waited.compareTo(patience.longest()) >= 0) {
                    throw busy(holder, waited, e);
                }
                if (waited.compareTo(Patience.TOLD_AFTER) >= 0 && !holder.equals(told)) {
                    patience.waiting().accept("waiting for the warehouse: " + holder + " holds it");
                    told = holder;
                }
                if (!pause(waited, patience)) {
                    throw busy(holder, waited, e);
                }
            }
        }
    }

    private void prepare(Access access) {
        if (access == Access.READ_ONLY) {
            if (file == null || !Files.exists(file)) {
                throw new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find the warehouse " + url + " ('wau run' or 'wau load' makes it)");
            }
        } else if (file != null) {
            make(file);
        }
    }

    private void make(Path absent) {
        try {
            if (absent.getParent() != null) {
                Files.createDirectories(absent.getParent());
            }
            FreshFile.makeIfAbsent(absent, url);
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot create the warehouse " + absent + ": " + e.getMessage() + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private DuckDBConnection connect(Access access) throws SQLException {
        Properties properties = new Properties();
        // Otherwise the driver holds a whole result in memory, beyond the limit, before it gives the first row.
        properties.setProperty("jdbc_stream_results", "true");
        if (access == Access.READ_ONLY) {
            properties.setProperty("duckdb.read_only", "true");
        }
        DuckDbUrl target = file == null ? url : url.at(file);
        DuckDBConnection connection =
                DriverManager.getConnection(target.url(), properties).unwrap(DuckDBConnection.class);
        try (var statement = connection.createStatement()) {
            if (!url.sets("memory_limit", "max_memory")) {
                statement.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
            }
            if (!url.sets("threads", "worker_threads")) {
                statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** Who has the file; null if that isn't why it can't be opened. */
    private static @Nullable String holder(SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (HELD_HERE.matcher(message).find()) {
            return "this process";
        }
        Matcher held = HELD_BY_A_PROCESS.matcher(message);
        if (!held.find()) {
            return null;
        }
        return held.group("pid") == null ? "another process" : "process " + held.group("pid");
    }

    private WauException busy(String holder, Duration waited, SQLException e) {
        String rule = holder.equals("this process")
                ? holder + " holds it with another access or other settings"
                : holder + " holds it (one process at a time, even for reading; waited " + waited.toSeconds()
                        + " s: try again when it is done)";
        return new WauException(ErrorCode.BUSY, "Cannot open the warehouse " + file + ": " + rule, e);
    }

    private WauException failure(SQLException e) {
        return refusesSettings(e)
                ? new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "Invalid settings behind the warehouse " + url + ": " + e.getMessage(),
                        e)
                : new WauException(
                        ErrorCode.WAREHOUSE_FAILED, "Cannot open the warehouse " + url + ": " + e.getMessage(), e);
    }

    /** Whether the same goes wrong without the file. */
    private boolean refusesSettings(SQLException failure) {
        if (url.settings().isEmpty()) {
            return false;
        }
        try {
            DriverManager.getConnection(DuckDbUrl.SCHEME + url.settings()).close();
            return false;
        } catch (SQLException e) {
            return String.valueOf(failure.getMessage()).equals(e.getMessage());
        }
    }

    /** Whether to try again; not after an interrupt. */
    private static boolean pause(Duration waited, Patience patience) {
        Duration rest = patience.longest().minus(waited);
        try {
            Thread.sleep(Math.max(1, Math.min(BETWEEN_ATTEMPTS.toMillis(), rest.toMillis())));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
