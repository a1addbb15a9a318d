package dev.wau.warehouse.sql;

import dev.wau.model.FileId;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows that were set apart while others went straight: an equal one may have come before, so they are compared before they
 * enter. Many threads may add; then one reads.
 */
public final class ApartRows implements Closeable {

    /** In the place of a column. */
    public static final int DETAILS = -1;

    private static final int END = -2;

    private final Spool spool = new Spool("rows");
    private final Map<FileId, FileToFeed> files;

    ApartRows(Collection<FileToFeed> files) {
        this.files = files.stream().collect(Collectors.toMap(file -> file.file().id(), file -> file));
    }

    /** A row's texts, by column, and its details under {@link #DETAILS}. */
    public interface Texts {

        /** The number of columns. */
        int columns();

        /** The length of the text in a column; -1: NULL. */
        int length(int column);

        /** The array that holds it. */
        byte[] bytes(int column);

        /** Where it starts. */
        int start(int column);
    }

    /** Takes a row. */
    public void add(long file, long line, long micros, long hashHigh, long hashLow, Texts texts) throws IOException {
        spool.add(out -> {
            out.writeLong(file);
            out.writeLong(line);
            out.writeLong(micros);
            out.writeLong(hashHigh);
            out.writeLong(hashLow);
            for (int column = DETAILS; column < texts.columns(); column++) {
                int length = texts.length(column);
                if (length >= 0) {
                    out.writeInt(column);
                    out.writeInt(length);
                    out.write(texts.bytes(column), texts.start(column), length);
                }
            }
            out.writeInt(END);
        });
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return spool.entries() == 0;
    }

    /** Gives them. */
    public RowSource source() {
        DataInputStream in;
        try {
            in = spool.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RowSource() {
            private long left = spool.entries();

            @Override
            public void fill(RowTarget target) throws IOException {
                for (; left > 0 && !target.isFull(); left--) {
                    read(in, target);
                }
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private void read(DataInputStream in, RowTarget target) throws IOException {
        FileToFeed file = files.get(new FileId(in.readLong()));
        if (file == null) {
            throw new IllegalStateException("a row of no file");
        }
        long line = in.readLong();
        long micros = in.readLong();
        long hashHigh = in.readLong();
        target.begin(file, line, micros, hashHigh, in.readLong());
        for (int column = in.readInt(); column != END; column = in.readInt()) {
            byte[] text = in.readNBytes(in.readInt());
            if (column == DETAILS) {
                target.details(text, text.length);
            } else {
                target.text(column, text, 0, text.length);
            }
        }
        target.end();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
