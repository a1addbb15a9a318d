package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import java.util.List;
import java.util.Locale;

/**
 * Looks at all tables of a database for those that lie over the central bucket: what a crawler makes that was pointed at too
 * much of it, or at its folders one by one.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/tables-described.html">AWS: partitions of a crawler's tables</a>
 */
final class PlacesCheck {

    private final CatalogRules rules;
    private final TableCatalog catalog;
    private final FindingSink sink;
    private final String files;
    private final String bucket;

    PlacesCheck(CatalogRules rules, TableCatalog catalog, FindingSink sink) {
        this.catalog = catalog;
        this.rules = rules;
        this.sink = sink;
        this.files = FilesTable.location(rules.central());
        this.bucket = files.substring(0, files.length() - "csv/".length());
    }

    void run(List<CatalogTable> tables) {
        for (CatalogTable table : tables) {
            String place = folder(table.location());
            sink.about(table.name());
            if (place.equals(files)) {
                second(table);
                partitions(table);
            } else if (place.startsWith(files)) {
                sink.differs(
                        Kind.PART_OF_FILES,
                        "it lies over " + place + " only: a crawler made a table of a part, since it found the headers"
                                + " too different",
                        remove(table) + ", as one table (CombineCompatibleSchemas)");
            } else if (place.startsWith(bucket) && !place.equals(bucket)) {
                sink.differs(
                        Kind.OTHER_DATA,
                        "it lies over " + place + ", where no audit logs are" + kind(place),
                        remove(table));
            } else if (!place.isEmpty() && bucket.startsWith(place)) {
                sink.differs(
                        Kind.OTHER_DATA,
                        "it lies over " + place + ", all of the bucket: completion markers would be records too",
                        remove(table));
            }
        }
    }

    private String remove(CatalogTable table) {
        return catalog.removal(table.name()) + "; if a crawler made it, let that one have csv/ only";
    }

    private String kind(String place) {
        return place.startsWith(bucket + "complete/") ? " but completion markers" : "";
    }

    private void second(CatalogTable table) {
        if (!table.name().lower().equals(rules.names().files())) {
            sink.explained(
                    Kind.LOCATION_DIFFERS,
                    "it lies over csv/ too, beside " + rules.names().files(),
                    "delete one of both, or set glue.table-prefix");
        }
    }

    /** Athena refuses a table with one name twice; a folder's name says no more than the column. */
    private void partitions(CatalogTable table) {
        for (CatalogColumn partition : table.partitions()) {
            String name = partition.name().toLowerCase(Locale.ROOT);
            boolean column = table.columns().stream()
                    .anyMatch(known -> known.name().toLowerCase(Locale.ROOT).equals(name));
            if (column) {
                sink.add(
                        Kind.PARTITION_DOUBLED,
                        Standing.DIFFERS,
                        partition.name(),
                        null,
                        0,
                        "it is a column and a partition column: engines refuse a table with one name twice",
                        "keep the folders as wau makes them (csv/CUSTOMER/), delete the table, then wau crawl");
            } else {
                sink.add(
                        Kind.PARTITION_DOUBLED,
                        Standing.EXPLAINED,
                        partition.name(),
                        null,
                        0,
                        "a crawler's partition column, of the folders' names: it says what the column customer says",
                        "");
            }
        }
    }

    private static String folder(String location) {
        return location.isEmpty() || location.endsWith("/") ? location : location + "/";
    }
}
