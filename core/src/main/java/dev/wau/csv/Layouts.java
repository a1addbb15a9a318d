package dev.wau.csv;

import dev.wau.csv.FileColumn.Placement;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a file's layout of its header: where every column's cells belong in the table. */
final class Layouts {

    /** What the table or the central bucket calls a column with a role: another column can't have the name. */
    private static final Set<String> TAKEN =
            Set.of("event_time", "event", "user_id", "user_agent", "unique_identifier", "source_customer", "timestamp");

    /** Headers that aggregation writes for columns with a role: no other column may keep one. */
    private static final Set<String> CENTRAL =
            Set.of("customer", "timestamp", "event", "userId", "userAgent", "unique_identifier");

    private final List<String> header;
    private final Roles roles;

    private Layouts(List<String> header, Roles roles) {
        this.header = header;
        this.roles = roles;
    }

    static FileLayout of(List<String> header, Roles roles) {
        return new Layouts(header, roles).layout();
    }

    /**
     * Every column has a name of its own.
     *
     * @throws FileRefusedException if not
     */
    static void requireNames(List<String> header) {
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            if (name.isEmpty()) {
                throw new FileRefusedException(
                        RefusalReason.DUPLICATE_HEADER,
                        "column " + (column + 1) + " of " + header.size() + " has no name (every column needs one)");
            }
            Integer before = seen.put(name, column);
            if (before != null) {
                throw new FileRefusedException(
                        RefusalReason.DUPLICATE_HEADER,
                        "columns " + (before + 1) + " and " + (column + 1) + " are both named '"
                                + RawText.printable(name, 60) + "' (every column needs its own name)");
            }
        }
    }

    private FileLayout layout() {
        Map<String, Integer> owners = owners();
        List<FileColumn> columns = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            Role role = roles.role(column);
            String target = target(column);
            boolean own = role == Role.TIME || Integer.valueOf(column).equals(owners.get(target));
            columns.add(new FileColumn(
                    column, header.get(column), target, own ? Placement.COLUMN : Placement.DETAILS, role));
        }
        return new FileLayout(columns);
    }

    /** The column that has a target for itself, of those that have the same. */
    private Map<String, Integer> owners() {
        Map<String, Integer> owners = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            owners.merge(target(column), column, (one, other) -> precedence().compare(one, other) <= 0 ? one : other);
        }
        return owners;
    }

    /**
     * By raw name, so that the order of columns doesn't matter; before that, among those that a role has pushed aside,
     * the header that is the target's name already, then one that aggregation can't keep: an aggregated file has the
     * layout of its source.
     */
    private Comparator<Integer> precedence() {
        Comparator<Integer> byRank = Comparator.comparingInt(this::rank);
        return byRank.thenComparing(header::get, RawOrder::compare);
    }

    private int rank(int column) {
        String name = header.get(column);
        boolean pushedAside = CENTRAL.contains(name);
        boolean target = target(column).equals(name) && name.startsWith("source_");
        return target ? 0 : pushedAside ? 1 : 2;
    }

    private String target(int column) {
        return switch (roles.role(column)) {
            case TIME -> "event_time";
            case EVENT -> "event";
            case USER_ID -> "user_id";
            case USER_AGENT -> "user_agent";
            case UNIQUE_IDENTIFIER -> "unique_identifier";
            case CUSTOMER -> "source_customer";
            case DROPPED, HASHED, OTHER -> {
                String form = roles.form(column);
                yield TAKEN.contains(form) ? "source_" + form : form;
            }
        };
    }
}
