package dev.wau.warehouse.activity;

import dev.wau.warehouse.activity.PlacedMonth.Need;

/**
 * A part of the rollup of one block of one customer's users, as far as the question needs it.
 *
 * @param month in which it lies; may have several parts of the same block
 * @param columns the bytes of its columns, in the order of its {@link Columns}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RolledUpPart(int month, Columns kind, byte[][] columns) {

    /** What is read of a part. */
    enum Columns {
        DAYS("\"days\""),
        DAYS_AND_QUARTERS("\"days\", \"quarters\""),
        EDGES("\"days\", \"edges\""),
        EDGES_AND_QUARTERS("\"days\", \"edges\", \"quarters\""),
        SUMMARY("\"summary\""),
        DETAIL("\"detail\"");

        private final String sql;

        Columns(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        int count() {
            return sql.split(",", -1).length;
        }

        /** What is read where users are to be told apart by this, with their events or without. */
        static Columns of(Need need, Counting counting) {
            return switch (need) {
                case DAYS -> counting == Counting.USERS ? DAYS : DAYS_AND_QUARTERS;
                case EDGES -> counting == Counting.USERS ? EDGES : EDGES_AND_QUARTERS;
                case DETAIL -> DETAIL;
            };
        }
    }

    /** What is counted. */
    enum Counting {
        USERS,
        USERS_AND_EVENTS
    }
}
