package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import dev.wau.model.WauException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds which columns of a header are time, event, user and so on, and which are personal data. */
final class Roles {

    private static final int MISSING = -1;
    private static final char NONE = '\0';
    private static final char[] DELIMITERS = {';', '\t', '|', ','};
    private static final String CUSTOMER_FORM = ColumnNames.of("customer");

    private final List<String> header;
    private final char delimiter;
    private final String[] forms;
    private final Role[] roles;
    private final boolean[] hashed;
    private final int[] time;

    /**
     * Gives every column its role.
     *
     * @throws FileRefusedException no time column, or no event column
     */
    Roles(List<String> header, ReadRules rules) {
        this.header = header;
        this.delimiter = rules.dialect().delimiter();
        this.forms = header.stream().map(ColumnNames::of).toArray(String[]::new);
        this.roles = new Role[header.size()];
        this.hashed = new boolean[header.size()];
        Arrays.fill(roles, Role.OTHER);
        ColumnRoles wanted = rules.roles();
        this.time = new int[wanted.timestamp().size()];
        claim(wanted);
        requireTime(wanted.timestamp());
        requireEvent(wanted.event());
        markCustomer();
        markPersonalData(rules.personalData());
    }

    Role role(int column) {
        return roles[column];
    }

    /** The column's name as {@link ColumnNames} makes it. */
    String form(int column) {
        return forms[column];
    }

    boolean hashed(int column) {
        return hashed[column];
    }

    /** The columns whose cells make the time, in the order in which they are joined. */
    int[] time() {
        return time.clone();
    }

    /** The column of a role that at most one column has, or -1. */
    int column(Role role) {
        return Arrays.asList(roles).indexOf(role);
    }

    /** All exact names first: a look-alike never takes a column that another role names exactly. */
    private void claim(ColumnRoles wanted) {
        for (Match match : Match.values()) {
            for (int i = 0; i < time.length; i++) {
                if (match == Match.EXACT || time[i] == MISSING) {
                    time[i] = claim(wanted.timestamp().get(i), Role.TIME, match);
                }
            }
            claimOne(wanted.event(), Role.EVENT, match);
            claimOne(wanted.userId(), Role.USER_ID, match);
            claimOne(wanted.userAgent(), Role.USER_AGENT, match);
            claimOne(wanted.uniqueIdentifier(), Role.UNIQUE_IDENTIFIER, match);
        }
    }

    private enum Match {
        EXACT,
        FORM
    }

    private void claimOne(@Nullable String name, Role role, Match match) {
        if (name != null && column(role) == MISSING) {
            claim(name, role, match);
        }
    }

    private int claim(String name, Role role, Match match) {
        int column = match == Match.EXACT ? header.indexOf(name) : firstOfForm(ColumnNames.of(name));
        if (column == MISSING || roles[column] != Role.OTHER) {
            return MISSING;
        }
        roles[column] = role;
        return column;
    }

    /** The first by raw name, so that the order of columns doesn't matter. */
    private int firstOfForm(String form) {
        int first = MISSING;
        for (int column = 0; column < forms.length; column++) {
            boolean candidate = forms[column].equals(form) && roles[column] == Role.OTHER;
            if (candidate && (first == MISSING || RawOrder.compare(header.get(column), header.get(first)) < 0)) {
                first = column;
            }
        }
        return first;
    }

    private void requireTime(List<String> wanted) {
        for (int i = 0; i < time.length; i++) {
            if (time[i] == MISSING) {
                String setting = wanted.size() == 1 ? likely("when", "time", "date", "stamp") : "[date, time]";
                throw missing(RefusalReason.NO_TIME_COLUMN, "no time column", wanted.get(i), "timestamp", setting);
            }
        }
    }

    private void requireEvent(String wanted) {
        if (column(Role.EVENT) == MISSING) {
            String setting = likely("event", "what", "action", "activity", "name", "type");
            throw missing(RefusalReason.MISSING_COLUMN, "no event column", wanted, "event", setting);
        }
    }

    private FileRefusedException missing(
            RefusalReason reason, String what, String wanted, String setting, String example) {
        String names = RawText.printable(String.join(",", header), 200);
        char likely = unsplit();
        if (likely != NONE) {
            String written = likely == '\t' ? "tab" : "\"" + likely + "\"";
            return new FileRefusedException(
                    reason,
                    what + " (header: " + names + ")\n  The header is one column that holds " + written
                            + "; if that stands between the cells:\n  dialect.delimiter: " + written);
        }
        return new FileRefusedException(
                reason,
                what + " (header: " + names + ")\n  A file needs the column '" + RawText.printable(wanted, 60)
                        + "', or tell which column it is:\n  columns." + setting + ": "
                        + RawText.printable(example, 60));
    }

    /** What may stand between cells where the header came out as one column, or {@link #NONE}. */
    private char unsplit() {
        if (header.size() == 1) {
            for (char candidate : DELIMITERS) {
                if (candidate != delimiter && header.get(0).indexOf(candidate) >= 0) {
                    return candidate;
                }
            }
        }
        return NONE;
    }

    /** A column that may be the one that is missing, for the example in the message. */
    private String likely(String... hints) {
        for (String hint : hints) {
            for (int column = 0; column < forms.length; column++) {
                if (roles[column] == Role.OTHER && forms[column].contains(hint)) {
                    return header.get(column);
                }
            }
        }
        return "<name>";
    }

    private void markCustomer() {
        for (int column = 0; column < roles.length; column++) {
            if (roles[column] == Role.OTHER && forms[column].equals(CUSTOMER_FORM)) {
                roles[column] = Role.CUSTOMER;
            }
        }
    }

    private void markPersonalData(PersonalData personalData) {
        Set<String> drop = forms(personalData.drop());
        Set<String> hash = forms(personalData.hash());
        for (int column = 0; column < roles.length; column++) {
            boolean dropped = drop.contains(forms[column]);
            hashed[column] = !dropped && hash.contains(forms[column]);
            if (dropped || hashed[column]) {
                requireNotNeeded(column);
            }
            if (dropped) {
                roles[column] = Role.DROPPED;
            } else if (hashed[column] && roles[column] == Role.OTHER) {
                roles[column] = Role.HASHED;
            }
        }
    }

    private void requireNotNeeded(int column) {
        Role role = roles[column];
        if (role == Role.TIME || role == Role.EVENT) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid personal data column: '" + header.get(column) + "' (it is the "
                            + role.name().toLowerCase(Locale.ROOT) + " column, without which there is no record)");
        }
    }

    private static Set<String> forms(Set<String> names) {
        return names.stream().map(ColumnNames::of).collect(Collectors.toSet());
    }
}
