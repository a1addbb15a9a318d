package dev.wau.benchmark.data;

import java.util.Locale;

/**
 * What a data set looks like. The same shape gives the same bytes everywhere.
 *
 * @param files how many
 * @param records in each file
 * @param customers among which the files are divided
 * @param layouts different headers
 * @param wide further columns of every header, nearly always filled
 * @param cells how cells are written
 * @param packing how files are stored
 * @param repeats one record in so many is written twice, with another identifier; 0: none
 * @param seed of everything random
 */
public record Shape(
        int files,
        int records,
        int customers,
        int layouts,
        int wide,
        Cells cells,
        Packing packing,
        int repeats,
        long seed) {

    /** The issue's: 200 files, 3.0 million records, about 422 MB, two headers. */
    public static final Shape STANDARD = new Shape(200, 15_000, 20, 2, 0, Cells.PLAIN, Packing.NONE, 1_000, 20_261_123);

    /** The most files. */
    public static final int MOST_FILES = 10_000_000;

    /** The most records in a file. */
    public static final int MOST_RECORDS = 1 << 30;

    /** The most megabytes. */
    public static final int MOST_MEGABYTES = 100_000;

    /** Of a plain record without further columns, about. */
    private static final int RECORD_BYTES = 140;

    /** Goes up when other bytes are made of the same shape. */
    private static final int GENERATOR = 2;

    /** How cells are written. */
    public enum Cells {
        /** Quotes where they must be: mostly in user agents. */
        PLAIN,
        /** Every record has JSON, doubled quotes and a line break. */
        QUOTED
    }

    /** How files are stored. */
    public enum Packing {
        /** As text. */
        NONE,
        /** Compressed, with {@code .gz} at the end of the name. */
        GZIP
    }

    public Shape {
        require("files", files, 1, MOST_FILES);
        require("records", records, 1, MOST_RECORDS);
        require("customers", customers, 1, 10_000);
        require("layouts", layouts, 1, 100);
        require("wide", wide, 0, 180);
        require("repeats", repeats, 0, MOST_RECORDS);
    }

    /** Records of all files. */
    public long totalRecords() {
        return (long) files * records;
    }

    /** With so many files, of so many records. */
    public Shape of(int newFiles, int newRecords) {
        return new Shape(
                newFiles, newRecords, Math.min(customers, newFiles), layouts, wide, cells, packing, repeats, seed);
    }

    /** With about so many megabytes of plain records, in so many large files. */
    public Shape ofMegabytes(long megabytes, int largeFiles) {
        return of(largeFiles, (int) (megabytes * 1_000_000 / RECORD_BYTES / largeFiles));
    }

    /** With further columns. */
    public Shape widerBy(int columns) {
        return new Shape(files, records, customers, layouts, columns, cells, packing, repeats, seed);
    }

    /** With cells written so. */
    public Shape with(Cells newCells) {
        return new Shape(files, records, customers, layouts, wide, newCells, packing, repeats, seed);
    }

    /** Stored so. */
    public Shape with(Packing newPacking) {
        return new Shape(files, records, customers, layouts, wide, cells, newPacking, repeats, seed);
    }

    /** A name for a folder: equal shapes have equal names, different ones don't. */
    public String folder() {
        return String.format(
                Locale.ROOT,
                "g%d-%dx%d-c%d-l%d-w%d-%s-%s-r%d-s%d",
                GENERATOR,
                files,
                records,
                customers,
                layouts,
                wide,
                cells.name().toLowerCase(Locale.ROOT),
                packing.name().toLowerCase(Locale.ROOT),
                repeats,
                seed);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("Invalid " + name + ": " + value + " (" + least + " to " + most + ")");
        }
    }
}
