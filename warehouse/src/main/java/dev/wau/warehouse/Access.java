package dev.wau.warehouse;

/** What a warehouse is opened for. */
public enum Access {
    /** Loading: creates what is missing, and keeps other processes out where the warehouse allows one only. */
    READ_WRITE,
    /** Reports, queries, history: changes nothing, creates nothing. */
    READ_ONLY
}
