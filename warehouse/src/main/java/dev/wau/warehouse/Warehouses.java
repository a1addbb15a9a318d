package dev.wau.warehouse;

import dev.wau.load.DuckDbUrl;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.warehouse.duckdb.DuckDbWarehouse;
import dev.wau.warehouse.postgresql.PostgresWarehouse;
import dev.wau.warehouse.redshift.RedshiftWarehouse;
import dev.wau.warehouse.sql.Tables;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The registry of warehouses: chooses one by its URL's scheme. */
public final class Warehouses {

    /** How long to wait for another process to let go of a warehouse. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Map<String, Kind> BY_SCHEME = new TreeMap<>(Map.of(
            DuckDbUrl.SCHEME, new Kind(DuckDbWarehouse::open, DuckDbWarehouse::look),
            PostgresWarehouse.SCHEME, new Kind(PostgresWarehouse::open, PostgresWarehouse::look),
            RedshiftWarehouse.SCHEME, new Kind(RedshiftWarehouse::open, RedshiftWarehouse::look)));

    private record Kind(Opener opener, Looker looker) {}

    private Warehouses() {}

    /** Opens a warehouse; waits up to {@link #PATIENCE} while another process holds it. */
    public static Warehouse open(String url, Access access) {
        return open(url, access, PATIENCE);
    }

    /** Opens a warehouse; waits so long, in silence, while another process holds it. */
    public static Warehouse open(String url, Access access, Duration patience) {
        return open(url, access, Patience.of(patience));
    }

    /** Opens a warehouse that needs no more than this, or is only read. */
    public static Warehouse open(String url, Access access, Patience patience) {
        return open(url, WarehouseSetting.of(access, patience));
    }

    /**
     * Opens a warehouse.
     *
     * @param url for example {@code jdbc:duckdb:/data/wau.duckdb}; settings of DuckDB may follow, {@code ;threads=2}
     * @param setting all else
     * @throws WauException INVALID_CONFIGURATION: no such scheme, or DuckDB refuses a setting; NOT_FOUND: READ_ONLY, and there is none; BUSY: held by
     *     another process for longer than the patience; WAREHOUSE_FAILED
     */
    public static Warehouse open(String url, WarehouseSetting setting) {
        return kind(url).opener().open(url, setting);
    }

    /**
     * Asks a warehouse of itself. Makes nothing and changes nothing: a file that isn't there stays so.
     *
     * @param setting as to open it for reading
     * @throws WauException INVALID_CONFIGURATION: no such scheme, or a server that is too old or can't be used; BUSY,
     *     WAREHOUSE_FAILED
     */
    public static Look look(String url, WarehouseSetting setting) {
        return kind(url).looker().look(url, setting);
    }

    /** The form of wau's tables that this version makes. */
    public static int form() {
        return Tables.VERSION;
    }

    private static Kind kind(String url) {
        return BY_SCHEME.entrySet().stream()
                .filter(entry -> url.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "Invalid warehouse URL: '" + url.split("[?/]", 2)[0]
                                + "...' (jdbc:duckdb:FILE, jdbc:postgresql://HOST:PORT/DATABASE or"
                                + " jdbc:redshift://HOST:PORT/DATABASE)"))
                .getValue();
    }

    /** Opens warehouses of one scheme. */
    @FunctionalInterface
    private interface Opener {
        Warehouse open(String url, WarehouseSetting setting);
    }

    /** Asks warehouses of one scheme. */
    @FunctionalInterface
    private interface Looker {
        Look look(String url, WarehouseSetting setting);
    }
}
