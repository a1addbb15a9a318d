package dev.wau.csv;

/**
 * Makes column names of the table from header names: snake_case, lower case (ROOT locale), letters, digits and {@code _}
 * only, at most 63 bytes of UTF-8 (PostgreSQL's bound; longer names are cut and end in a hash of the whole), never one of
 * the table's own columns ({@code line} becomes {@code source_line}).
 */
public final class ColumnNames {

    private ColumnNames() {}

    /** The table column for a header name: {@code ipAddress} and {@code IP-Address} give {@code ip_address}. */
    public static String of(String headerName) {
        throw new IllegalStateException(headerName);
    }
}
