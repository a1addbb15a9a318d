package dev.wau.load;

import dev.wau.model.FileId;

/** Hands out the rows of several files one file at a time, in the order of their ids. */
final class RowsInTurn implements AutoCloseable {

    private final FileRows rows;
    private boolean ahead;
    private boolean ended;

    RowsInTurn(FileRows rows) {
        this.rows = rows;
    }

    /** Moves to this file's next row; false when it has no more. What is left of files before it is passed over. */
    boolean next(FileId file) {
        while (advance() && rows.file().compareTo(file) < 0) {
            ahead = false;
        }
        if (ended || !rows.file().equals(file)) {
            return false;
        }
        ahead = false;
        return true;
    }

    /** Stands on a row that wasn't handed out; false at the end. */
    private boolean advance() {
        if (!ahead && !ended) {
            ahead = rows.next();
            ended = !ahead;
        }
        return ahead;
    }

    /** The row that {@link #next} moved to. */
    FileRows row() {
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }
}
