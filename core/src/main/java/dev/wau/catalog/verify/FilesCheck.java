package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.ListedColumns;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import java.util.Locale;

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
        new FormatCheck(table, sink).run();
        ListedColumns listed = new ListedColumns(table, files);
        headers(listed);
        new FileColumnsCheck(table, listed, files, sink).run();
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

    /**
     * Files whose header isn't the beginning of the table's order are read into other columns. That is so by nature where
     * headers differ; it is wrong where the table says that they don't, or where another order fits more files, of which only
     * a look at all of them is sure.
     */
    private void headers(ListedColumns listed) {
        long inOrder = listed.inOrder(files);
        long others = files.crawled().read() - inOrder;
        String said = table.parameters().getOrDefault(FilesTable.HEADERS, "");
        if (others > 0 && said.equals(FilesTable.ONE)) {
            differs(inOtherOrder(others) + ", and the table says that all are alike");
        } else if (!files.crawled().isSampled() && inOrder < files.inOrder()) {
            differs(inOtherOrder(others) + ": in the order that a crawl lists it would be " + count(files));
        } else if (others > 0 && files.layouts() > 1) {
            sink.explained(
                    Kind.HEADERS_DIFFER,
                    inOtherOrder(others) + ": who reads by it gets them in other columns",
                    "read the rows from the warehouse, or the files with wau"
                            + (inOrder < files.inOrder()
                                    ? "; --whole says whether another order fits more files"
                                    : ""));
        }
        if (FilesTable.isOwn(table) && !said.equals(FilesTable.ONE) && !said.equals(FilesTable.SEVERAL)) {
            differs(FilesTable.HEADERS + " says neither " + FilesTable.ONE + " nor " + FilesTable.SEVERAL);
        }
    }

    private static String count(FilesSchema files) {
        return String.format(Locale.ROOT, "%,d", files.crawled().read() - files.inOrder());
    }

    private String inOtherOrder(long others) {
        return String.format(
                Locale.ROOT,
                "in %,d of %,d files looked at, cells stand in another order than the table's",
                others,
                files.crawled().read());
    }

    private void differs(String message) {
        sink.differs(Kind.HEADERS_DIFFER, message, FindingSink.crawl(files));
    }
}
