package dev.wau.testing.redshift;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A statement that fails by the stand-in's own word, not by PostgreSQL's. */
final class Refusal extends Exception {

    @Serial
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

    private String message() {
        return String.valueOf(getMessage());
    }

    /** As the client hears it. */
    Message error() {
        return error("ERROR");
    }

    /** As a client that isn't let in hears it. */
    Message fatal() {
        return error("FATAL");
    }

    private Message error(String severity) {
        Body body = new Body();
        body.number8('S')
                .text(severity)
                .number8('C')
                .text(sqlState)
                .number8('M')
                .text(message());
        if (detail != null) {
            body.number8('D').text(detail);
        }
        return Message.of('E', body.number8(0));
    }
}
