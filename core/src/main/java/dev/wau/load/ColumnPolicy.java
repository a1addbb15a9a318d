package dev.wau.load;

/** What a header name does that the table has no column for. */
public enum ColumnPolicy {
    /** Adds a column, up to the bound; then goes to {@code details}. */
    EVOLVE,
    /** Goes to {@code details}. */
    RESCUE,
    /** Refuses the file. */
    STRICT
}
