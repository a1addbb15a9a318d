package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.ListedColumns;
import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.ValueType;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.model.ObjectKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares the columns of the table over {@code csv/} with the files'. */
final class FileColumnsCheck {

    private final CatalogTable table;
    private final ListedColumns listed;
    private final FilesSchema files;
    private final FindingSink sink;
    private final boolean own;
    private final String crawl;

    FileColumnsCheck(CatalogTable table, ListedColumns listed, FilesSchema files, FindingSink sink) {
        this.table = table;
        this.listed = listed;
        this.files = files;
        this.sink = sink;
        this.own = FilesTable.isOwn(table);
        this.crawl = FindingSink.crawl(files);
    }

    void run() {
        for (ColumnSchema column : files.columns()) {
            listed.of(column.name()).ifPresentOrElse(known -> known(known, column), () -> unknown(column));
        }
        listed.others().forEach(this::gone);
    }

    private void unknown(ColumnSchema column) {
        String in = String.format(Locale.ROOT, column.files() == 1 ? "%,d file has" : "%,d files have", column.files());
        differs(Kind.COLUMN_NOT_REGISTERED, column.name(), column.firstFile(), 1, in + " it, the catalog hasn't");
    }

    /** What wau listed is compared with what wau lists; of a crawler's table only its types say something of the values. */
    private void known(CatalogColumn known, ColumnSchema column) {
        if (!own) {
            values(known.type().equals("int") ? "bigint" : known.type(), column);
            return;
        }
        header(known, column);
        if (!known.type().toLowerCase(Locale.ROOT).equals(FilesTable.STRING)) {
            differs(
                    Kind.TYPE_DIFFERS,
                    column,
                    "the catalog's type is '" + known.type()
                            + "': this table's reader gives string, whatever the values are");
        }
        String said = table.parameters().get(FilesTable.TYPE + known.name());
        if (said == null) {
            differs(Kind.TYPE_UNKNOWN, column, "the catalog has no " + FilesTable.TYPE + known.name());
        } else if (ValueType.of(said).isEmpty()) {
            differs(
                    Kind.TYPE_UNKNOWN,
                    column,
                    FilesTable.TYPE + known.name() + " says '" + said + "', which is no type that wau knows");
        } else {
            values(said, column);
        }
    }

    private void header(CatalogColumn known, ColumnSchema column) {
        String said = FilesTable.header(table, known);
        if (!said.equals(FilesTable.printable(column.name()))) {
            differs(
                    Kind.HEADER_DIFFERS,
                    column,
                    "the catalog says that the header of its column " + known.name() + " is '" + said
                            + "', no file has that one");
        }
    }

    private void values(String said, ColumnSchema column) {
        ValueType.of(said)
                .flatMap(column::refutes)
                .ifPresent(first -> sink.add(
                        Kind.TYPE_BROKEN,
                        Standing.DIFFERS,
                        column.name(),
                        first.file(),
                        first.line(),
                        "the catalog says " + said + ", the value here isn't one (its shape: " + first.shape() + ")",
                        crawl + ", if the files are right"));
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
                whole ? crawl : wider());
    }

    private String wider() {
        return files.crawled().isSampled() ? "--whole looks at all files" : "mend the files that could not be read";
    }

    private void differs(Kind kind, ColumnSchema column, String message) {
        differs(kind, column.name(), null, 0, message);
    }

    private void differs(Kind kind, String column, @Nullable ObjectKey file, long line, String message) {
        sink.add(kind, Standing.DIFFERS, column, file, line, message, crawl);
    }
}
