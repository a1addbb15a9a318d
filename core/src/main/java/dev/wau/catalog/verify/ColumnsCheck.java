package dev.wau.catalog.verify;

import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.csv.FileColumn;
import dev.wau.csv.Role;
import dev.wau.load.ColumnPlan;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares the files' columns with the warehouse's: each header name has one, or a reason. */
final class ColumnsCheck {

    private final CatalogRules rules;
    private final LoadedFiles loaded;
    private final List<ColumnSchema> inDetails = new ArrayList<>();
    private final FindingSink sink;

    ColumnsCheck(CatalogRules rules, LoadedFiles loaded, FindingSink sink) {
        this.rules = rules;
        this.loaded = loaded;
        this.sink = sink;
    }

    void run(FilesSchema files, TableShape shape) {
        Set<String> there = new HashSet<>();
        shape.columns().forEach(column -> there.add(column.name()));
        int further = ColumnPlan.further(there).size();
        for (ColumnSchema column : files.columns()) {
            FileColumn layout = column.column();
            boolean stored = layout.role() != Role.TIME && layout.role() != Role.DROPPED;
            boolean ownColumn = layout.placement() == FileColumn.Placement.COLUMN;
            if (stored && ownColumn && !there.contains(layout.target())) {
                missing(column, further);
            }
        }
        details();
    }

    private void missing(ColumnSchema column, int further) {
        boolean full = further >= rules.maxColumns();
        if (rules.columns() == ColumnPolicy.EVOLVE && !full) {
            load(column);
        } else if (rules.columns() == ColumnPolicy.STRICT) {
            add(
                    column,
                    Standing.DIFFERS,
                    "files that have it are refused (policies.columns: strict)",
                    "set policies.columns: evolve or rescue, then wau load");
        } else {
            inDetails.add(column);
        }
    }

    /** What goes to details is told once, with the first of it: it may be hundreds of columns. */
    private void details() {
        if (inDetails.isEmpty()) {
            return;
        }
        int others = inDetails.size() - 1;
        String so = others == 0 ? "" : String.format(Locale.ROOT, " (as %,d others do)", others);
        String why = rules.columns() == ColumnPolicy.RESCUE
                ? "it goes to details (policies.columns: rescue)"
                : "the table has its " + rules.maxColumns()
                        + " further columns (policies.max-columns), so it goes to details";
        add(inDetails.get(0), Standing.EXPLAINED, why + so, "");
    }

    /** A load takes what waits; a column that was dropped, and a file that nothing announced, don't. */
    private void load(ColumnSchema column) {
        if (loaded.all().contains(column.firstFile())) {
            add(
                    column,
                    Standing.DIFFERS,
                    "this file was loaded before, so only a load of it anew adds it",
                    "wau load; if nothing waits for it, wau reload " + column.firstFile() + "; then wau crawl");
        } else {
            add(
                    column,
                    Standing.DIFFERS,
                    "the next load adds it",
                    "wau load; if nothing waits for it, wau load --list; then wau crawl");
        }
    }

    private void add(ColumnSchema column, Standing standing, String why, String remedy) {
        sink.add(
                Kind.COLUMN_NOT_IN_WAREHOUSE,
                standing,
                column.name(),
                column.firstFile(),
                1,
                "the warehouse has no column " + column.column().target() + ": " + why,
                remedy);
    }
}
