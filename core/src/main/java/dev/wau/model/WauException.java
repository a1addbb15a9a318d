package dev.wau.model;

/**
 * The root of every error the product raises on purpose. The message is for a person: what failed, which value, the
 * rule, and what to do; it never holds personal data from a record. Decisions are made on {@link #code()}, never on
 * the message.
 */
public class WauException extends RuntimeException {

    private final ErrorCode code;

    public WauException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public WauException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The stable code of this error. */
    public ErrorCode code() {
        return code;
    }
}
