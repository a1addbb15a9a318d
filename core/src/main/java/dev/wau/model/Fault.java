package dev.wau.model;

/** Whose fault an error is: it decides the exit code and whether trying again can help. */
public enum Fault {
    /** The user can mend it: configuration, arguments, input files. */
    USER,
    /** Something outside failed: a file system, a network, a warehouse. Trying again may help. */
    EXTERNAL,
    /** A resource ran out: disk, memory, a configured bound. */
    RESOURCE,
    /** A defect of the product. */
    INTERNAL
}
