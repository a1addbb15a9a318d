package dev.wau.load;

import dev.wau.csv.ColumnNames;
import dev.wau.csv.FileColumn;
import dev.wau.csv.FileLayout;
import dev.wau.csv.Role;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of files go: decided by {@link ColumnPolicy} once for all files that are staged together, so that every
 * warehouse decides alike. Immutable.
 */
public final class ColumnPlan {

    /** The text columns that every warehouse begins with. */
    public static final List<String> FIXED =
            List.of("event", "user_id", "user_agent", "unique_identifier", "source_customer");

    private final ColumnPolicy policy;
    private final Set<String> known;
    private final List<String> added;

    private ColumnPlan(ColumnPolicy policy, Set<String> known, List<String> added) {
        this.policy = policy;
        this.known = known;
        this.added = added;
    }

    /**
     * Plans for these files.
     *
     * @param further the table's columns beyond {@link #FIXED}
     * @param layouts of the files
     * @param policy what unknown names do
     * @param maxColumns how many further columns the table may have
     */
    public static ColumnPlan of(
            Collection<String> further, Collection<FileLayout> layouts, ColumnPolicy policy, int maxColumns) {
        Set<String> known = new TreeSet<>(FIXED);
        known.addAll(further);
        List<String> added = new ArrayList<>();
        if (policy == ColumnPolicy.EVOLVE) {
            long room = Math.max(0L, (long) maxColumns - further.size());
            unknown(layouts, known).stream().limit(room).forEach(added::add);
        }
        known.addAll(added);
        return new ColumnPlan(policy, known, List.copyOf(added));
    }

    /** Of all columns of a table of rows, those that it got for header names: beyond {@link #FIXED} and what each has. */
    public static Set<String> further(Collection<String> columns) {
        Set<String> further = new TreeSet<>(columns);
        ColumnNames.LINEAGE.forEach(further::remove);
        FIXED.forEach(further::remove);
        return further;
    }

    private static Set<String> unknown(Collection<FileLayout> layouts, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        for (FileLayout layout : layouts) {
            for (FileColumn column : layout.columns()) {
                if (stored(column)
                        && column.placement() == FileColumn.Placement.COLUMN
                        && !known.contains(column.target())) {
                    unknown.add(column.target());
                }
            }
        }
        return unknown;
    }

    /** The columns that the table must get, by name. */
    public List<String> added() {
        return added;
    }

    /** Why the policy refuses a file of this layout; empty if it doesn't. */
    public Optional<FileRefusedException> refusal(FileLayout layout) {
        if (policy != ColumnPolicy.STRICT) {
            return Optional.empty();
        }
        return cells(layout).stream()
                .filter(cell -> cell.column() == null)
                .findFirst()
                .map(cell -> new FileRefusedException(
                        RefusalReason.UNKNOWN_COLUMN,
                        "Cannot load column '" + cell.name() + "': the table has none of that name (columns: strict)."
                                + " To accept it, set policies.columns: evolve or rescue, then: wau reload FILE"));
    }

    /** Where each text cell of a file goes, in the file's order; those for {@code details} by name in UTF-8 order last. */
    public List<Cell> cells(FileLayout layout) {
        List<Cell> columns = new ArrayList<>();
        List<Cell> details = new ArrayList<>();
        for (FileColumn column : layout.columns()) {
            if (!stored(column)) {
                continue;
            }
            if (column.placement() == FileColumn.Placement.COLUMN && known.contains(column.target())) {
                columns.add(new Cell(column.index(), column.name(), column.target()));
            } else {
                details.add(new Cell(column.index(), column.name(), null));
            }
        }
        details.sort(Comparator.comparing(Cell::name, ColumnPlan::compareCodePoints));
        columns.addAll(details);
        return columns;
    }

    /** The order of UTF-8 bytes is the order of code points; that of Java's strings isn't. */
    private static int compareCodePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return Arrays.compare(a, b);
    }

    private static boolean stored(FileColumn column) {
        return column.role() != Role.TIME && column.role() != Role.DROPPED;
    }

    /**
     * One text cell of a record.
     *
     * @param index of its column in the file
     * @param name as the header writes it
     * @param column of the table; null: a member of {@code details} called {@code name}
     */
    public record Cell(int index, String name, @Nullable String column) implements Serializable {}
}
