package dev.wau.load;

/**
 * What a load run does with the load history, which is this system's bookmark; the names are those of AWS Glue's option
 * {@code --job-bookmark-option}. The table is right in all cases: a record that is loaded twice is there once.
 */
public enum Bookmark {
    /** Loads what the history doesn't have, and records the batch. */
    ENABLE,

    /**
     * Loads all as if nothing were loaded: versions that are there enter again in their own place, those that were taken
     * out or refused are tried again. Records the batch.
     */
    DISABLE,

    /**
     * Loads what the history doesn't have, and leaves the batch unrecorded: it stays pending, and the next run that
     * enables the bookmark takes it up. The files are accounted for, as of no batch: rows without a history can't be.
     */
    PAUSE
}
