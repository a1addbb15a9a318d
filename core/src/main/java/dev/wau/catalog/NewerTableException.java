package dev.wau.catalog;

/** A table of a version that this wau doesn't know: nobody but the newer wau may write over it. */
final class NewerTableException extends UnreadTableException {

    private static final long serialVersionUID = 1;

    NewerTableException(int version, int known) {
        super("its version is " + version + ", this wau knows " + known + ": a newer wau wrote it", null);
    }

    @Override
    String remedy() {
        return "use the newer wau here too: 'wau version' tells which one it is";
    }
}
