package dev.wau.testing.aws;

/** What may happen to one request to {@link GlueFake}. */
public enum GlueFault {
    /** It is carried out, and the connection is cut before the reply. */
    LOSE_REPLY,
    /** It is carried out, and the reply comes after 3 seconds: longer than the client waits. */
    LATE_REPLY,
    /** It isn't carried out: status 500. */
    FAIL,
    /** It is carried out, and answered with status 500. */
    DO_AND_FAIL,
    /** It isn't carried out: too many requests. */
    THROTTLE,
    /** It isn't carried out: the caller may not. */
    DENY,
    /** It isn't carried out: another process changes the same thing. */
    CONFLICT,
    /** Of a listing: the newest run isn't in it yet. */
    LAG
}
