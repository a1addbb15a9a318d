package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The text columns that staged files need: the fixed ones, then the further ones by name. */
public final class StagedColumns {

    private StagedColumns() {}

    static List<String> of(List<FileToFeed> files) {
        List<String> columns = new ArrayList<>(ColumnPlan.FIXED);
        columns.addAll(further(files));
        return columns;
    }

    /** The columns beyond the fixed ones that these files fill. */
    static Set<String> further(List<FileToFeed> files) {
        Set<String> further = new TreeSet<>();
        files.forEach(file -> further.addAll(further(file.cells())));
        return further;
    }

    /** The columns beyond the fixed ones that these cells fill. */
    static Set<String> further(Collection<ColumnPlan.Cell> cells) {
        Set<String> further = new TreeSet<>();
        for (ColumnPlan.Cell cell : cells) {
            if (cell.column() != null && !ColumnPlan.FIXED.contains(cell.column())) {
                further.add(cell.column());
            }
        }
        return further;
    }
}
