package dev.wau.csv;

import java.io.Serializable;

/**
 * One column of one file.
 *
 * @param index its place in the file, from 0
 * @param name as the header writes it
 * @param target the column of {@code wau_audit_logs} that it means, made by {@link ColumnNames}
 * @param placement whether its cells stand there, or, because another column of the file has that name, in {@code
 *     details} under {@link #name}
 * @param role what it means
 */
public record FileColumn(int index, String name, String target, Placement placement, Role role)
        implements Serializable {

    /** Where a column's cells go. */
    public enum Placement {
        /** Its own column of the table. */
        COLUMN,
        /** The {@code details} JSON, as a member named like the header. */
        DETAILS
    }
}
