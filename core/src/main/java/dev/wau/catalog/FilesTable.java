package dev.wau.catalog;

import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.store.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table over {@code csv/}. Every column is a string, since the CSV reader of Hive, Athena and Glue gives nothing else
 * reliably; what its values all are stands in its comment and as {@code wau.type.COLUMN}. What a crawl counted isn't in it:
 * it changes when the schema does.
 */
public final class FilesTable {

    /** Before a column's name: the type that its values had. */
    public static final String TYPE = CatalogTable.OWN + "type.";

    /** Before a column's name: its header, where that isn't the name. */
    public static final String HEADER = CatalogTable.OWN + "header.";

    /** Whether the files have one header or {@link #SEVERAL}. */
    public static final String HEADERS = CatalogTable.OWN + "headers";

    /** What {@link #HEADERS} says where all have the same. */
    public static final String ONE = "one";

    /** What {@link #HEADERS} says where they have more than one. */
    public static final String SEVERAL = "several";

    /** What every column's type is. */
    public static final String STRING = "string";

    private static final int LONGEST_NAME = 240;

    private static final String ABOUT = "Audit log files of all customers, aggregated by wau: csv/CUSTOMER/FILE. ";
    private static final String ALIKE = "All have the same header, and cells stand in this order.";
    private static final String UNLIKE =
            "Headers differ from file to file, in columns and order. This table, as every CSV"
                    + " table of Hive, Glue and Athena, takes cells by position: in a file whose header is another, they land in"
                    + " other columns. Read each file by its own header: wau load, or Spark file by file. Line breaks in quotes are"
                    + " not understood by this table's reader.";

    /** As crawlers have them. */
    private static final Map<String, String> CSV = Map.of(
            CatalogTable.CLASSIFICATION,
            "csv",
            "typeOfData",
            "file",
            "delimiter",
            ",",
            "skip.header.line.count",
            "1",
            "EXTERNAL",
            "TRUE");

    private FilesTable() {}

    /**
     * The table.
     *
     * @param central the central bucket
     */
    public static CatalogTable of(FilesSchema schema, TableName name, Location central) {
        Map<String, String> names = names(schema);
        List<FilesColumn> columns = schema.columns().stream()
                .map(column -> FilesColumn.of(column, names.getOrDefault(column.name(), column.name()), schema))
                .toList();
        return of(columns, schema.layouts() > 1 ? SEVERAL : ONE, name, location(central));
    }

    /** The table of such columns. */
    static CatalogTable of(List<FilesColumn> columns, String headers, TableName name, String location) {
        Map<String, String> parameters = new HashMap<>(CSV);
        parameters.put(HEADERS, headers);
        for (FilesColumn column : columns) {
            parameters.put(TYPE + column.name(), column.type().label());
            if (!column.header().equals(column.name())) {
                parameters.put(HEADER + column.name(), column.header());
            }
        }
        return new CatalogTable(
                name,
                location,
                columns.stream().map(FilesColumn::listed).toList(),
                List.of(),
                ABOUT + (headers.equals(ONE) ? ALIKE : UNLIKE),
                parameters,
                TableFormat.CSV,
                null);
    }

    /** Where its files are: {@code s3://BUCKET/PREFIX/csv/}, or a path. */
    public static String location(Location central) {
        String place = central.toString();
        return (place.endsWith("/") ? place : place + "/") + "csv/";
    }

    /**
     * What the headers are called as columns: in small letters, as crawlers and Hive have them. Where two become one, the
     * later gets a number.
     */
    public static Map<String, String> names(FilesSchema schema) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (ColumnSchema column : schema.columns()) {
            String name = name(column.name());
            String free = name;
            for (int number = 2; !taken.add(free); number++) {
                free = name + "_" + number;
            }
            names.put(column.name(), free);
        }
        return names;
    }

    /** A header in small letters, in the characters and the length that Glue has room for. */
    static String name(String header) {
        // Hive hands a SerDe the names in one text, with commas between them.
        String name = printable(header).replace(',', '_').toLowerCase(Locale.ROOT);
        int end = name.length() <= LONGEST_NAME ? name.length() : name.offsetByCodePoints(0, LONGEST_NAME / 2);
        return name.substring(0, end);
    }

    /** Whether wau listed a table: others say nothing of headers and values. */
    public static boolean isOwn(CatalogTable table) {
        return table.parameters().keySet().stream().anyMatch(name -> name.equals(HEADERS) || name.startsWith(TYPE));
    }

    /** The header that a table says of a column. */
    public static String header(CatalogTable table, CatalogColumn column) {
        return table.parameters().getOrDefault(HEADER + column.name(), column.name());
    }

    /** A header without what no catalog has room for. */
    public static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "_");
    }
}
