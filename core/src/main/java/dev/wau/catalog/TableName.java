package dev.wau.catalog;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Locale;

/** A table of a catalog: the database that it is listed in, and its name there. */
public record TableName(String database, String table) {

    private static final String PART = "[^.\\s/:]{1,255}";

    public TableName {
        if (!database.matches(PART) || !table.matches(PART)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid table: '" + database + "." + table + "' (DATABASE.TABLE, as the catalog lists it)");
        }
    }

    /**
     * Divides {@code DATABASE.TABLE}.
     *
     * @throws WauException INVALID_ARGUMENT: another form
     */
    public static TableName of(String text) {
        String[] parts = text.split("\\.", 2);
        return new TableName(parts[0], parts.length == 2 ? parts[1] : "");
    }

    /** In small letters, as catalogs keep names. */
    public TableName lower() {
        return new TableName(database.toLowerCase(Locale.ROOT), table.toLowerCase(Locale.ROOT));
    }

    /** {@code DATABASE.TABLE}. */
    @Override
    public String toString() {
        return database + "." + table;
    }
}
