package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableListing;
import dev.wau.catalog.TableName;
import dev.wau.catalog.UnreadTable;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.UnreadFile;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.load.TableShape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what stands in {@code csv/}, what the catalog says, and what the warehouse has. Changes nothing. Thread-safe. */
public final class CatalogCheck {

    private final TableCatalog catalog;
    private final CatalogRules rules;

    public CatalogCheck(TableCatalog catalog, CatalogRules rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /**
     * All that differs, the tables' places first.
     *
     * @param files a fresh look at them
     * @param rows the warehouse's table; null: there is none yet
     * @param loaded what its load history holds
     */
    public List<CatalogFinding> run(FilesSchema files, @Nullable TableShape rows, LoadedFiles loaded) {
        FindingSink sink = new FindingSink();
        TableListing listed = catalog.list(rules.names().database());
        new PlacesCheck(rules, catalog, sink).run(listed.tables());
        listed.unread().forEach(table -> unread(table, sink));
        MissingCheck missing = new MissingCheck(rules, listed.tables(), sink);
        if (files.crawled().isEmpty()) {
            missing.files();
        } else {
            look(listed, rules.names().files(), "the table over csv/", sink)
                    .ifPresent(table -> new FilesCheck(rules, table, files, sink).run());
        }
        if (rows == null) {
            missing.rows();
        } else {
            look(listed, rules.names().rows(rows), "the warehouse's table " + rows.place(), sink)
                    .ifPresent(table -> new RowsCheck(rules, table, rows, sink).run());
            new ColumnsCheck(rules, loaded, sink.about(null)).run(files, rows);
        }
        unread(files, sink.about(null));
        new ContentCheck(files.crawled(), loaded, sink).run();
        return sink.findings();
    }

    /** A table to be compared; empty if it can't be, which is told. */
    private Optional<CatalogTable> look(TableListing listed, TableName name, String what, FindingSink sink) {
        sink.about(name);
        if (listed.unread().stream().anyMatch(table -> table.name().equals(name))) {
            return Optional.empty();
        }
        Optional<CatalogTable> table = catalog.find(name);
        table.ifPresentOrElse(
                found -> new DoubledCheck(found, sink).run(),
                () -> sink.differs(Kind.TABLE_MISSING, what + " is not registered", FindingSink.CRAWL));
        return table;
    }

    private static void unread(UnreadTable table, FindingSink sink) {
        sink.about(table.name())
                .add(
                        Kind.TABLE_UNREAD,
                        Standing.DIFFERS,
                        null,
                        table.file(),
                        0,
                        "what the catalog says of it can't be read: " + table.reason(),
                        table.remedy());
    }

    private static void unread(FilesSchema files, FindingSink sink) {
        for (UnreadFile file : files.crawled().unread()) {
            sink.add(
                    Kind.FILE_UNREAD,
                    Standing.DIFFERS,
                    null,
                    file.file(),
                    0,
                    "it could not be read: " + file.reason(),
                    file.remedy());
        }
    }
}
