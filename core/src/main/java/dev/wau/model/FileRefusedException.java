package dev.wau.model;

/** A whole file was refused: no record of it may be loaded. The message names line, value and rule, not the file. */
public final class FileRefusedException extends WauException {

    private final RefusalReason reason;

    public FileRefusedException(RefusalReason reason, String message) {
        super(ErrorCode.FILE_REFUSED, message);
        this.reason = reason;
    }

    public FileRefusedException(RefusalReason reason, String message, Throwable cause) {
        super(ErrorCode.FILE_REFUSED, message, cause);
        this.reason = reason;
    }

    /** Why. */
    public RefusalReason reason() {
        return reason;
    }

    /**
     * Why, as consoles, logs and everything that is stored say it: nothing that quotes the header, for a file without one has
     * a record in that place, and personal data in it. Only {@code wau inspect}, by which people look into a file of theirs,
     * tells {@link #getMessage}. Rejects are silenced by {@link Reject#withoutText}.
     */
    public String messageWithoutHeader() {
        String look = " (its header stays in the source's file: wau inspect shows it, and what to set)";
        return switch (reason) {
            case NO_TIME_COLUMN -> "no column holds the event's time" + look;
            case MISSING_COLUMN -> "a column that the configuration names is missing" + look;
            case DUPLICATE_HEADER -> "two columns have one name, or a column has none" + look;
            case UNREADABLE_HEADER -> "the header can't be read" + look;
            case NO_HEADER,
                    UNKNOWN_COLUMN,
                    TOO_MANY_COLUMNS,
                    UNREADABLE_COMPRESSION,
                    INFLATES_PAST_BOUND,
                    LOST_IN_QUOTES,
                    TOO_MANY_REJECTS,
                    CHANGED -> String.valueOf(getMessage());
        };
    }
}
