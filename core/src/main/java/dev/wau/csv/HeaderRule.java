package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.List;

/**
 * Where a file's column names come from.
 *
 * @param kind see the constants
 * @param names the given names, in the file's order; empty for {@link Kind#FIRST_RECORD}
 */
public record HeaderRule(Kind kind, List<String> names) {

    /** The kinds of rule. */
    public enum Kind {
        /** The first record names the columns. */
        FIRST_RECORD,
        /** The file has no header: its first record is data. */
        GIVEN,
        /** The file has a header; it is skipped and the given names are used. */
        REPLACED
    }

    /** The first record names the columns. */
    public static final HeaderRule FIRST_RECORD = new HeaderRule(Kind.FIRST_RECORD, List.of());

    public HeaderRule {
        names = List.copyOf(names);
        if ((kind == Kind.FIRST_RECORD) != names.isEmpty()) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid header: " + names.size() + " names (none when the first record names the columns, else one"
                            + " for each column)");
        }
    }
}
