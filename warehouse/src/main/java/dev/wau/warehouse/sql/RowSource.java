package dev.wau.warehouse.sql;

import java.io.Closeable;
import java.io.IOException;

/** Gives rows. Used by one thread. */
public interface RowSource extends Closeable {

    /** Fills the target; it stays short of full when there are no more rows. */
    void fill(RowTarget target) throws IOException;
}
