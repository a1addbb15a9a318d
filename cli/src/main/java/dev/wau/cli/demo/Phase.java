package dev.wau.cli.demo;

/** When a file comes. */
enum Phase {
    /** It is there when wau runs for the first time. */
    FIRST,
    /** It comes, or comes again under its name, before the second run. */
    SECOND,
    /** It is still not there when the demo ends. */
    LATER
}
