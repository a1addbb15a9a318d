package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.FileLayout;
import dev.wau.csv.RejectSink;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import java.io.IOException;
import java.util.List;

/**
 * A file whose header was read: where each of its cells goes.
 *
 * @param from the time, in microseconds since 1970, from which on its rows may go straight
 * @param until the time until which, inclusive
 * @param opening opens what is read of it: the file, or a range of it that is read for itself
 */
public record FileToFeed(
        FileToLoad file, FileLayout layout, List<ColumnPlan.Cell> cells, long from, long until, Opening opening) {

    /** Opens records with the one reader. */
    @FunctionalInterface
    public interface Opening {
        AuditLogReader open(RejectSink rejects) throws IOException;
    }

    /** All of it, at any time. */
    public static FileToFeed of(FileToLoad file, FileLayout layout, List<ColumnPlan.Cell> cells) {
        return new FileToFeed(file, layout, cells, Long.MIN_VALUE, Long.MAX_VALUE, file::open);
    }

    /** The same, with rows of these times going straight. */
    FileToFeed between(long first, long last) {
        return new FileToFeed(file, layout, cells, first, last, opening);
    }

    /** The same, reading what this opens. */
    public FileToFeed opening(Opening other) {
        return new FileToFeed(file, layout, cells, from, until, other);
    }
}
