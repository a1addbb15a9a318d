package dev.wau.cli.demo;

/** What the demo's files try, as it is counted while they are made. */
enum Trap {
    /** Files whose windows reach into other files' windows. */
    OVERLAPPING_EXPORT,
    /** Good records of events that another file has too. */
    REPEATED_EVENT,
    /** Files that came again under their name with other content. */
    REEXPORTED_FILE,
    /** Good records of such files before. */
    REEXPORTED_BEFORE,
    /** Good records of such files after. */
    REEXPORTED_AFTER,
    /** Files with the bytes of another one under a name of their own. */
    COPY,
    /** Files that are no audit log at all. */
    NOT_AN_AUDIT_LOG,
    /** Files of the late customer that came before the second run. */
    LATE_FILE,
    /** Versions of files with the column {@code ipAddress}. */
    IP_ADDRESS_FILE,
    /** Files without the column {@code unique_identifier}. */
    NO_IDENTIFIER_FILE,
    /** Files of another exporter. */
    OTHER_EXPORTER_FILE,
    /** Events in them. */
    OTHER_EXPORTER_EVENT,
    /** Events whose details name another customer under {@code customer}. */
    SHADOWED_CUSTOMER,
    /** Events whose details hold a number of their own under {@code unique_identifier}. */
    SHADOWED_IDENTIFIER,
    /** Records whose details hold another time under {@code timestamp}: no record, since the event's time is lost. */
    SHADOWED_TIME,
    /** Events with JSON in a cell. */
    JSON_CELL,
    /** Events with a line break in a cell. */
    LINE_BREAK
}
