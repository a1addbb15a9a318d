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
}
