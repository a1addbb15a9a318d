package dev.wau.catalog;

/** What stands where a table of the embedded catalog should is none; the message says why. Nothing of it is worth keeping. */
final class DamagedTableException extends UnreadTableException {

    private static final long serialVersionUID = 1;

    DamagedTableException(String message) {
        super(message, null);
    }

    DamagedTableException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    String remedy() {
        return "wau crawl writes it anew (one that it leaves as it is: remove it)";
    }
}
