package dev.wau.testing.redshift;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A COPY that fails at one of its files; what {@code sys_load_error_detail} gets a row of. */
final class LoadFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;
    private final transient @Nullable TargetColumn column;

    private LoadFailure(S3Location file, long line, @Nullable TargetColumn column, String message) {
        super(message, null, false, false);
        this.file = file.toString();
        this.line = line;
        this.column = column;
    }

    /** The whole file can't be read. */
    static LoadFailure of(S3Location file, String message) {
        return new LoadFailure(file, 0, null, message);
    }

    /** A column of it doesn't fit. */
    static LoadFailure of(S3Location file, TargetColumn column, String message) {
        return new LoadFailure(file, 0, column, message);
    }

    /** A value of it doesn't fit; its row is counted from 1. */
    static LoadFailure of(S3Location file, long row, TargetColumn column, String message) {
        return new LoadFailure(file, row, column, message);
    }

    String file() {
        return file;
    }

    long line() {
        return line;
    }

    @Nullable
    TargetColumn column() {
        return column;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    /** As the client hears it: the file and the reason stand in the detail. */
    Refusal refusal(long query) {
        return new Refusal(
                "XX000",
                "Spectrum Scan Error",
                "error: Spectrum Scan Error, code: " + LoadErrors.CODE + ", context: " + message() + ". File name: "
                        + file + ", query: " + query);
    }
}
