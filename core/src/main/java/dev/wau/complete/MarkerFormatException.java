package dev.wau.complete;

/** A marker's text breaks a rule of the format; it becomes an INVALID_MARKER that names the marker. */
final class MarkerFormatException extends RuntimeException {

    MarkerFormatException(String message) {
        super(message);
    }
}
