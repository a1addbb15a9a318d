package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableName;
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
     */
    public List<CatalogFinding> run(FilesSchema files, @Nullable TableShape rows) {
        FindingSink sink = new FindingSink();
        List<CatalogTable> listed = catalog.list(rules.names().database());
        new PlacesCheck(rules, sink).run(listed);
        MissingCheck missing = new MissingCheck(rules, listed, sink);
        if (files.crawled().isEmpty()) {
            missing.files();
        } else {
            files(files, sink);
        }
        if (rows == null) {
            missing.rows();
        } else {
            rows(rows, sink);
            new ColumnsCheck(rules, sink.about(null)).run(files, rows);
        }
        unread(files, sink.about(null));
        return sink.findings();
    }

    private void files(FilesSchema files, FindingSink sink) {
        TableName name = rules.names().files();
        sink.about(name);
        Optional<CatalogTable> table = catalog.find(name);
        if (table.isEmpty()) {
            sink.differs(Kind.TABLE_MISSING, "the table over csv/ is not registered", FindingSink.CRAWL);
        } else {
            new DoubledCheck(table.get(), sink).run();
            new FilesCheck(rules, table.get(), files, sink).run();
        }
    }

    private void rows(TableShape shape, FindingSink sink) {
        TableName name = rules.names().rows(shape);
        sink.about(name);
        Optional<CatalogTable> table = catalog.find(name);
        if (table.isEmpty()) {
            sink.differs(
                    Kind.TABLE_MISSING,
                    "the warehouse's table " + shape.place() + " is not registered",
                    FindingSink.CRAWL);
        } else {
            new DoubledCheck(table.get(), sink).run();
            new RowsCheck(rules, table.get(), shape, sink).run();
        }
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
