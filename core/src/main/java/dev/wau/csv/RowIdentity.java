package dev.wau.csv;

/** What makes two records of different files of one customer the same event. */
public enum RowIdentity {
    /** The canonical record without {@code unique_identifier} and lineage; empty cells don't count. */
    FINGERPRINT,
    /** A trusted {@code unique_identifier}; the fingerprint where it is empty. */
    IDENTIFIER,
    /** Nothing: every record of every file is a row. */
    NONE
}
