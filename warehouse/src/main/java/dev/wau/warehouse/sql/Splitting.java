package dev.wau.warehouse.sql;

/**
 * How files are shared among threads.
 *
 * @param from a file's bytes, as stored: smaller ones are read in one go
 * @param part a part's bytes of text; each thread holds so many
 * @param processors the most threads there are
 */
record Splitting(long from, int part, int processors) {

    /** Parts of 4 MiB, of files from 16 MiB on. */
    static Splitting standard() {
        return new Splitting(16 << 20, 4 << 20, Runtime.getRuntime().availableProcessors());
    }

    /** All files are read in one go. */
    Splitting none() {
        return new Splitting(Long.MAX_VALUE, part, processors);
    }

    /** How many threads find work in a file of so many bytes. */
    long threads(long bytes) {
        return bytes < from ? 1 : 1 + bytes / part;
    }
}
