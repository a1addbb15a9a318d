package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.ValueType;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares the table over {@code csv/} with the files. */
final class FilesCheck {

    private final CatalogRules rules;
    private final CatalogTable table;
    private final FilesSchema files;
    private final FindingSink sink;

    FilesCheck(CatalogRules rules, CatalogTable table, FilesSchema files, FindingSink sink) {
        this.rules = rules;
        this.table = table;
        this.files = files;
        this.sink = sink;
    }

    void run() {
        place();
        format();
        headers();
        columns();
    }

    private void place() {
        String place = FilesTable.location(rules.central());
        String said = table.location();
        if (!said.equals(place) && !(said + "/").equals(place)) {
            sink.differs(
                    Kind.LOCATION_DIFFERS,
                    "the catalog says " + (said.isEmpty() ? "nowhere" : said) + ", the files are in " + place,
                    FindingSink.CRAWL);
        }
        String kind = table.parameters().getOrDefault(CatalogTable.CLASSIFICATION, "");
        if (!kind.equals("csv")) {
            sink.differs(
                    Kind.CLASSIFICATION_DIFFERS,
                    "the catalog says '" + kind + "', the files are csv",
                    FindingSink.CRAWL);
        }
    }

    private void format() {
        TableFormat format = table.format();
        if (format != null && format.reader().equals(TableFormat.LAZY_READER)) {
            sink.differs(
                    Kind.FORMAT_DIFFERS,
                    "it is read by LazySimpleSerDe, which cuts cells at commas inside of quotes too",
                    FindingSink.CRAWL + ", and let the crawler only add columns");
        }
        if (!table.parameters().getOrDefault("skip.header.line.count", "0").equals("1")) {
            sink.differs(
                    Kind.FORMAT_DIFFERS,
                    "skip.header.line.count isn't 1: each file's header would be a record",
                    FindingSink.CRAWL);
        }
    }

    private void headers() {
        long others = files.crawled().read() - files.inOrder();
        if (files.layouts() < 2 || others <= 0) {
            return;
        }
        String message = String.format(
                Locale.ROOT,
                "in %,d of %,d files looked at, cells stand in another order than the table's: who reads by it gets them in"
                        + " other columns",
                others,
                files.crawled().read());
        if (table.parameters().getOrDefault(FilesTable.HEADERS, "").equals("one")) {
            sink.differs(Kind.HEADERS_DIFFER, message + ", and the table says that all are alike", FindingSink.CRAWL);
        } else {
            sink.explained(Kind.HEADERS_DIFFER, message, "read the rows from the warehouse, or the files with wau");
        }
    }

    private void columns() {
        Map<String, CatalogColumn> left = new LinkedHashMap<>();
        table.columns().forEach(column -> left.put(column.name().toLowerCase(Locale.ROOT), column));
        Map<String, String> names = FilesTable.names(files);
        for (ColumnSchema column : files.columns()) {
            CatalogColumn known = left.remove(names.getOrDefault(column.name(), ""));
            if (known == null) {
                sink.add(
                        Kind.COLUMN_NOT_REGISTERED,
                        Standing.DIFFERS,
                        column.name(),
                        column.firstFile(),
                        1,
                        in(column.files()) + " it, the catalog hasn't",
                        FindingSink.CRAWL);
            } else {
                type(known, column);
            }
        }
        left.values().forEach(this::gone);
    }

    private static String in(long number) {
        return String.format(Locale.ROOT, number == 1 ? "%,d file has" : "%,d files have", number);
    }

    /** A column that isn't met in a part of the files may stand in the others. */
    private void gone(CatalogColumn column) {
        boolean whole = files.crawled().isWhole();
        sink.add(
                Kind.COLUMN_NOT_IN_FILES,
                whole ? Standing.DIFFERS : Standing.EXPLAINED,
                column.name(),
                null,
                0,
                String.format(
                        Locale.ROOT,
                        "the catalog has it, none of the %,d files looked at has",
                        files.crawled().read()),
                whole ? FindingSink.CRAWL : wider());
    }

    private String wider() {
        return files.crawled().isSampled() ? "--whole looks at all files" : "mend the files that could not be read";
    }

    private void type(CatalogColumn known, ColumnSchema column) {
        String own = table.parameters().get(FilesTable.TYPE + known.name());
        String said = own == null ? known.type() : own;
        Optional<ValueType> type = ValueType.of(said.equals("int") ? "bigint" : said);
        if (own != null && type.isEmpty()) {
            sink.add(
                    Kind.TYPE_UNKNOWN,
                    Standing.DIFFERS,
                    column.name(),
                    null,
                    0,
                    FilesTable.TYPE + known.name() + " says '" + own + "', which is no type that wau knows",
                    FindingSink.CRAWL);
        }
        type.flatMap(column::refutes)
                .ifPresent(first -> sink.add(
                        Kind.TYPE_BROKEN,
                        Standing.DIFFERS,
                        column.name(),
                        first.file(),
                        first.line(),
                        "the catalog says " + said + ", the value here isn't one (its shape: " + first.shape() + ")",
                        FindingSink.CRAWL + ", if the files are right"));
    }
}
