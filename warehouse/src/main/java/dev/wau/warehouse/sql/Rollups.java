package dev.wau.warehouse.sql;

import java.util.List;

/** A kind of rollup: what it is made of, and how it is kept true to the rows. Thread-safe. */
public interface Rollups {

    /** The form that this version of the product writes: the value of {@code RollupForm.SETTING}. */
    String form();

    /** What makes its tables, where they aren't there; with types as {@link SqlTypes} names them. */
    List<String> tables();

    /** Keeps it, in a transaction that hasn't changed anything yet. */
    Rollup open(Session session);

    /** Where it differs from the rows, as a message each; nothing if there is no rollup yet. Changes nothing. */
    List<String> differences(Session session);
}
