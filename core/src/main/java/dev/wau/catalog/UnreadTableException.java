package dev.wau.catalog;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands where a table of the embedded catalog should is none that can be read; the message says why. */
abstract class UnreadTableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadTableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What to do. */
    abstract String remedy();
}
