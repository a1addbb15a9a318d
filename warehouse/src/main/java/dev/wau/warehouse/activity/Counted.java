package dev.wau.warehouse.activity;

/** What events are counted from: the same numbers, whichever it is. */
enum Counted {
    /** All rows, each of them one event. */
    ROWS("wau_audit_logs", "\"user_id\"", "\"user_id\" IS NOT NULL", "\"file_id\"", "COUNT(*)"),

    /** Cells of a rollup: events of one kind, user and quarter of an hour; an empty user is none. */
    CELLS(
            "wau_rollup",
            "NULLIF(\"user_id\", '')",
            "\"user_id\" <> ''",
            "\"events\"",
            "CAST(SUM(\"events\") AS BIGINT)");

    private final String table;
    private final String user;
    private final String knownUser;
    private final String further;
    private final String number;

    Counted(String table, String user, String knownUser, String further, String number) {
        this.table = table;
        this.user = user;
        this.knownUser = knownUser;
        this.further = further;
        this.number = number;
    }

    /** The table. */
    String table() {
        return table;
    }

    /** A condition on it: the event has a user. */
    String knownUser() {
        return knownUser;
    }

    /** The column that it has beside customer, user, event and time. */
    String further() {
        return further;
    }

    /** Puts these in the place of {@code ${table}}, {@code ${user}} and {@code ${number}}. */
    Sql in(Sql sql) {
        return sql.with("table", table).with("user", user).with("number", number);
    }
}
