package dev.wau.warehouse.sql;

import dev.wau.load.ColumnPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The text columns that staged files need: the fixed ones, then the further ones by name. */
public final class StagedColumns {

    /** Where a staged reject keeps its message. */
    public static final String REJECT_MESSAGE = "event";

    /** Where a staged reject keeps its raw text. */
    public static final String REJECT_RAW = "user_id";

    /** The place of {@link #REJECT_MESSAGE} among a feeding's columns. */
    public static final int REJECT_MESSAGE_AT = ColumnPlan.FIXED.indexOf(REJECT_MESSAGE);

    /** The place of {@link #REJECT_RAW} among a feeding's columns. */
    public static final int REJECT_RAW_AT = ColumnPlan.FIXED.indexOf(REJECT_RAW);

    private StagedColumns() {}

    static List<String> of(Collection<FileToFeed> files) {
        Set<String> further = new TreeSet<>();
        files.forEach(file -> further.addAll(further(file.cells())));
        List<String> columns = new ArrayList<>(ColumnPlan.FIXED);
        columns.addAll(further);
        return columns;
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
