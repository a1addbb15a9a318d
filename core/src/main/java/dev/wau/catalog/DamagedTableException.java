package dev.wau.catalog;

import java.io.IOException;

/** What stands where a table of the embedded catalog should is none; the message says why. Nothing of it is worth keeping. */
final class DamagedTableException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedTableException(String message) {
        super(message);
    }

    DamagedTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
