package dev.wau.load;

import java.util.Locale;

/** What a load run does with one file, or why it does nothing. */
public enum FileAction {
    /** A version under a key that has none loaded: its records enter. */
    NEW,
    /** Other content under a loaded key: the old version's rows leave as these enter. */
    CHANGED,
    /** A version that was loaded once, then superseded, and stands there again. */
    RETURNED,
    /** Asked for by {@code wau reload}. */
    RELOADED,
    /** Same content as a loaded file of the customer under another key: skipped, and listed as a copy. */
    COPY,
    /** This version is loaded: nothing to do. */
    UNCHANGED,
    /** Taken out by {@code wau unload}: stays out until {@code wau reload}. */
    UNLOADED,
    /** Its batch was taken back by {@code wau rewind}: the next load of it brings it again. */
    REWOUND,
    /** Can't be loaded as a whole; leaves no rows. */
    REFUSED,
    /** Was refused before, as this very version: {@code wau reload} tries again. */
    REFUSED_BEFORE,
    /** The marker's version is gone because a later export overwrote it: it belongs to the later batch. */
    OVERWRITTEN,
    /** Nothing stands there any more. */
    GONE,
    /** Other content under a loaded key, and the policy is {@code ignore}. */
    IGNORED;

    /** The value in reports and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the file's records enter the table. */
    public boolean enters() {
        return this == NEW || this == CHANGED || this == RETURNED || this == RELOADED;
    }
}
