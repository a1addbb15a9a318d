package dev.wau.cli.command;

import dev.wau.model.ErrorCode;
import dev.wau.model.Fault;

/** How a command ends; scripts rely on the numbers. */
public enum ExitCode {
    DONE(0),
    /** Done, but with rejects, refused files or missing customers, and {@code --strict} asked to be told. */
    INCOMPLETE(1),
    /** The command line, {@code wau.yaml} or a query is wrong. */
    WRONG_USE(2),
    /** It could not be done. */
    FAILED(3),
    /** Ctrl-C. */
    INTERRUPTED(130),
    /** The reader of the output went away, as {@code head} does. */
    OUTPUT_CLOSED(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process's exit code. */
    public int number() {
        return number;
    }

    /** Wrong use is what the user can mend before anything is read; a refused file or marker is a failure. */
    static ExitCode of(ErrorCode code) {
        boolean data = code == ErrorCode.FILE_REFUSED || code == ErrorCode.INVALID_MARKER;
        return code.fault() == Fault.USER && !data ? WRONG_USE : FAILED;
    }
}
