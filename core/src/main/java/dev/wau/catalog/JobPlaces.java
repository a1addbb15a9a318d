package dev.wau.catalog;

import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A load job's source and target, given as a console's nodes have them: as tables of the catalog, {@code DATABASE.TABLE}, or
 * by their URLs. The source's table is the one over {@code csv/} of the central bucket; the target's is {@code
 * wau_audit_logs} in Redshift, as a crawler with a JDBC connection lists it. Thread-safe.
 */
public final class JobPlaces {

    /** The argument that names the source. */
    public static final String SOURCE = "--wau-source";

    /** The argument that names the target. */
    public static final String TARGET = "--wau-target";

    private static final String ROWS = "wau_audit_logs";
    private static final Pattern CSV = Pattern.compile("s3://(.+)/csv/?");
    private static final Pattern PLACE = Pattern.compile("([^.]+)\\.([^.]+)\\.([^.]+)");

    private final TableLookup catalog;

    public JobPlaces(TableLookup catalog) {
        this.catalog = catalog;
    }

    /**
     * The central bucket.
     *
     * @param source {@code s3://BUCKET/PREFIX}, with or without its folder {@code csv/}, or {@code DATABASE.TABLE}
     * @throws WauException INVALID_ARGUMENT: neither; NOT_FOUND: no such table; INVALID_CONFIGURATION: it is no table over
     *     {@code csv/}; CATALOG_FAILED
     */
    public Location central(String source) {
        if (source.startsWith("s3:")) {
            Matcher csv = CSV.matcher(source);
            return Location.of(csv.matches() ? "s3://" + csv.group(1) : source);
        }
        CatalogTable table = table(SOURCE, source);
        Matcher csv = CSV.matcher(table.location());
        if (!csv.matches()) {
            throw wrong(
                    SOURCE,
                    table,
                    "its location is '" + table.location() + "'",
                    "that of the table over the aggregated files is s3://BUCKET/PREFIX/csv/");
        }
        return Location.of("s3://" + csv.group(1));
    }

    /**
     * The warehouse. One that a connection without a secret leads to is logged in to by IAM.
     *
     * @param target {@code jdbc:...}, or {@code DATABASE.TABLE}
     * @throws WauException INVALID_ARGUMENT: neither, or a URL with a password; NOT_FOUND: no such table;
     *     INVALID_CONFIGURATION: it isn't wau's table in Redshift; CATALOG_FAILED
     */
    public WarehouseTarget target(String target) {
        if (target.startsWith("jdbc:")) {
            if (RedshiftUrl.is(target) && RedshiftUrl.holdsSecret(target)) {
                throw new WauException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Invalid " + TARGET + ": its URL holds a secret (name a secret of Secrets Manager, or log in by"
                                + " IAM: jdbc:redshift:iam://...)");
            }
            return new WarehouseTarget(target, null, null);
        }
        CatalogTable table = table(TARGET, target);
        CatalogConnection connection = table.connection();
        if (connection == null) {
            throw wrong(TARGET, table, "it names no connection", "a crawler with a connection to Redshift makes one");
        }
        return target(table, connection, url(table, connection));
    }

    private static WarehouseTarget target(CatalogTable table, CatalogConnection connection, RedshiftUrl url) {
        Matcher place = PLACE.matcher(table.location());
        if (!place.matches()
                || !place.group(1).equals(url.database())
                || !place.group(3).equals(ROWS)) {
            throw wrong(
                    TARGET,
                    table,
                    "its location is '" + table.location() + "'",
                    "wau loads " + url.database() + ".SCHEMA." + ROWS + " of " + url);
        }
        boolean byIam = connection.secret() == null;
        return new WarehouseTarget(byIam ? url.withIam() : url.plain(), place.group(2), connection.secret());
    }

    private static RedshiftUrl url(CatalogTable table, CatalogConnection connection) {
        if (RedshiftUrl.holdsSecret(connection.url())) {
            throw wrong(
                    TARGET,
                    table,
                    "the URL of its " + connection + " holds a password",
                    "give the connection a secret of Secrets Manager");
        }
        return RedshiftUrl.of(connection.url())
                .orElseThrow(() -> wrong(
                        TARGET,
                        table,
                        "its " + connection + " doesn't lead to Redshift",
                        "its JDBC_CONNECTION_URL must be jdbc:redshift://HOST:PORT/DATABASE"));
    }

    private CatalogTable table(String argument, String text) {
        TableName name = TableName.of(text);
        return catalog.find(name)
                .orElseThrow(() -> new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find " + argument + ": the catalog has no table '" + name.table() + "' in database '"
                                + name.database() + "' (check both names, the account and the region)"));
    }

    private static WauException wrong(String argument, CatalogTable table, String what, String rule) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION,
                "Cannot use table " + table.name() + " of the catalog as " + argument + ": " + what + " (" + rule
                        + ")");
    }
}
