package dev.wau.testing.redshift;

/**
 * The last COPY of a session.
 *
 * @param query its number, -1 where there was none
 * @param rows how many rows entered
 */
record LastCopy(long query, long rows) {

    static final LastCopy NONE = new LastCopy(-1, 0);
}
