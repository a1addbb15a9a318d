package dev.wau.testing.redshift;

import java.time.Duration;

/** What goes wrong with one statement. Immutable. */
public sealed interface RedshiftFault {

    /**
     * The statement isn't carried out; it fails, and so does its transaction.
     *
     * @param sqlState five characters
     * @param message for the client
     * @param detail for the client too; may be empty
     */
    record Failure(String sqlState, String message, String detail) implements RedshiftFault {

        public Failure {
            if (!sqlState.matches("[0-9A-Z]{5}")) {
                throw new IllegalArgumentException(
                        "Cannot fail with SQLState " + sqlState + ": it has five characters");
            }
        }
    }

    /** The connection ends before the statement is carried out. */
    record CutBefore() implements RedshiftFault {}

    /** The statement is carried out, and committed if it is a COMMIT or its own transaction; the connection ends unheard. */
    record CutAfter() implements RedshiftFault {}

    /** The statement takes so much longer; {@code statement_timeout} and a cancel end it. */
    record Pause(Duration duration) implements RedshiftFault {}

    static Failure failure(String sqlState, String message) {
        return new Failure(sqlState, message, "");
    }

    static Failure failure(String sqlState, String message, String detail) {
        return new Failure(sqlState, message, detail);
    }

    /** What a transaction that can't be put in one order with another one fails with. */
    static Failure serializableIsolationViolation() {
        return failure(
                "XX000",
                "1023",
                "Serializable isolation violation on table - 100001, transactions forming the cycle are: 1, 2 (pid:3)");
    }

    static RedshiftFault cutBefore() {
        return new CutBefore();
    }

    static RedshiftFault cutAfter() {
        return new CutAfter();
    }

    static RedshiftFault pause(Duration duration) {
        return new Pause(duration);
    }
}
