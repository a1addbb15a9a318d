package dev.wau.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as a catalog lists it.
 *
 * @param name its own
 * @param location where its data is: {@code s3://BUCKET/PREFIX/}, or {@code DATABASE.SCHEMA.TABLE} of the database that its
 *     connection leads to; empty if none is listed
 * @param columns in their order, partition columns left out
 * @param partitions the partition columns
 * @param description for people; empty: none
 * @param parameters as listed: {@code classification}, ...
 * @param format how its files are read; null: it names none
 * @param connection to its database; null: it needs none
 */
public record CatalogTable(
        TableName name,
        String location,
        List<CatalogColumn> columns,
        List<CatalogColumn> partitions,
        String description,
        Map<String, String> parameters,
        @Nullable TableFormat format,
        @Nullable CatalogConnection connection) {

    /** What its data is: {@code csv}, {@code redshift}. */
    public static final String CLASSIFICATION = "classification";

    /** Parameters that begin so are wau's own. */
    public static final String OWN = "wau.";

    public CatalogTable {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
        parameters = Map.copyOf(parameters);
    }

    /** A table without partitions, description and format. */
    public CatalogTable(
            TableName name,
            String location,
            List<CatalogColumn> columns,
            Map<String, String> parameters,
            @Nullable CatalogConnection connection) {
        this(name, location, columns, List.of(), "", parameters, null, connection);
    }

    /** The same under another name. */
    public CatalogTable named(TableName other) {
        return new CatalogTable(other, location, columns, partitions, description, parameters, format, connection);
    }

    /** The same without its connection. */
    public CatalogTable unconnected() {
        return new CatalogTable(name, location, columns, partitions, description, parameters, format, null);
    }

    /**
     * What stands there once this is registered in the place of another: this, with the parameters that others listed and
     * this doesn't name, and with the connection if this has none. Crawlers and consoles keep notes of their own there, and
     * jobs find their way by the connection.
     */
    public CatalogTable over(CatalogTable before) {
        Map<String, String> all = new HashMap<>(before.parameters);
        all.keySet().removeIf(name -> name.startsWith(OWN));
        all.putAll(parameters);
        return new CatalogTable(
                name, location, columns, partitions, description, all, format, kept(connection, before.connection));
    }

    /** What is listed of a connection says more than its name. */
    private static @Nullable CatalogConnection kept(
            @Nullable CatalogConnection asked, @Nullable CatalogConnection before) {
        boolean same = asked == null || (before != null && before.name().equals(asked.name()));
        return same ? before : asked;
    }
}
