package dev.wau.catalog;

/** What became of a table that was registered. */
public enum Registration {
    /** It is new. */
    CREATED,
    /** It was there, and said something else. */
    CHANGED,
    /** It was there, and said the same. */
    SAME
}
