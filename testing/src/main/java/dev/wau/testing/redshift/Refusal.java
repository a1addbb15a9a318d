package dev.wau.testing.redshift;

import org.jspecify.annotations.Nullable;

/** A statement that fails by the stand-in's own word, not by PostgreSQL's. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final String sqlState;
    private final @Nullable String detail;

    Refusal(String sqlState, String message) {
        this(sqlState, message, null);
    }

    Refusal(String sqlState, String message, @Nullable String detail) {
        super(message, null, false, false);
        this.sqlState = sqlState;
        this.detail = detail;
    }

    /** What Redshift doesn't have. */
    static Refusal unsupported(String message) {
        return new Refusal("0A000", message);
    }

    /** A statement that fails as this says, without any doing. */
    String failing() {
        return "DO $standin$BEGIN RAISE EXCEPTION USING ERRCODE = '" + sqlState + "', MESSAGE = " + literal(message())
                + (detail == null ? "" : ", DETAIL = " + literal(detail)) + "; END$standin$";
    }

    private String message() {
        return String.valueOf(getMessage());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''").replace("$standin$", "") + "'";
    }

    /** As the first word to a client that isn't let in. */
    Message fatal() {
        Body body = new Body();
        body.number8('S').text("FATAL").number8('C').text(sqlState).number8('M').text(message());
        return Message.of('E', body.number8(0));
    }
}
