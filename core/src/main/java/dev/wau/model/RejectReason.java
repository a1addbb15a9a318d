package dev.wau.model;

import java.util.Locale;

/** Why one record could not be loaded. The codes are stable: they stand in {@code wau_rejects.reason}. */
public enum RejectReason {
    /** More or fewer fields than the header names. */
    WRONG_FIELD_COUNT,
    /** The time is not in the configured format, doesn't exist in its zone, or is out of range. */
    BAD_TIME,
    /** The time's cell is empty. */
    MISSING_TIME,
    /** The event's cell is empty. */
    MISSING_EVENT,
    /** Bytes that are no character in the file's encoding (UTF-8 or another). */
    INVALID_UTF8,
    /** A quote that never closes. */
    UNTERMINATED_QUOTE,
    /** Text between a closing quote and the next delimiter. */
    TEXT_AFTER_QUOTE,
    /** A cell or record longer than its bound. */
    FIELD_TOO_LONG,
    /** A NUL character. */
    NUL_CHARACTER,
    /** The file ends inside the record. */
    TRUNCATED_FILE;

    /** The stable code, for example {@code wrong-field-count}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this code. */
    public static RejectReason of(String code) {
        for (RejectReason reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid reject reason: '" + code + "'");
    }
}
