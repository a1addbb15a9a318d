package dev.wau.model;

import java.util.Locale;

/** Why a whole file was refused. A refused file leaves no rows, and says so in the history. */
public enum RefusalReason {
    /** Nothing stands where the header should be. */
    NO_HEADER,
    /** Two columns have one name, or a column has none. */
    DUPLICATE_HEADER,
    /** No column holds the event's time. */
    NO_TIME_COLUMN,
    /** A column that the configuration names is not in the header. */
    MISSING_COLUMN,
    /** A header's name isn't known and the policy is {@code strict}. */
    UNKNOWN_COLUMN,
    /** More columns than the bound. */
    TOO_MANY_COLUMNS,
    /** The header itself can't be read: a quote that never closes, invalid characters, too long. */
    UNREADABLE_HEADER,
    /** gzip or zstd that can't be read to its end. */
    UNREADABLE_COMPRESSION,
    /** An archive that inflates past its bound. */
    INFLATES_PAST_BOUND,
    /** The reader could not find its way back after a bad record. */
    LOST_IN_QUOTES,
    /** More rejects than {@code max-reject-ratio} allows. */
    TOO_MANY_REJECTS,
    /** Other content under a loaded key, and the policy is {@code fail}. */
    CHANGED;

    /** The stable code, for example {@code no-time-column}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
