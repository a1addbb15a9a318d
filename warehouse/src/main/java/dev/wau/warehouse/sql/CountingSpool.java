package dev.wau.warehouse.sql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What was counted of the files that are read, until these enter: so memory is bounded, however many records there are. On
 * disk it is eight bytes a record and the names. Thread-safe while it is filled.
 */
final class CountingSpool implements AutoCloseable {

    /** Records that are added up at once, fewer where they have many names: some 130 MB of heap. */
    static final int SLICE = 4_000_000;

    private final Spool spool = new Spool("counts");
    private final AtomicLong last = new AtomicLong();

    /** Counts one file, or a part of one. */
    FileCounting counting() {
        return new FileCounting(last.incrementAndGet(), this);
    }

    void add(long counting, byte[] chunk) {
        try {
            spool.add(out -> CountedChunk.write(out, counting, chunk));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Gives what these counted, some records at a time, and is empty. What others counted is forgotten: their files didn't
     * enter.
     */
    void drain(Set<Long> countings, Consumer<List<CountedChunk>> slices) {
        try (DataInputStream in = spool.read()) {
            List<CountedChunk> slice = new ArrayList<>();
            int weight = 0;
            for (long left = spool.entries(); left > 0; left--) {
                CountedChunk chunk = CountedChunk.read(in, countings);
                if (chunk != null) {
                    slice.add(chunk);
                    weight += chunk.weight();
                }
                if (weight >= SLICE) {
                    slices.accept(slice);
                    slice = new ArrayList<>();
                    weight = 0;
                }
            }
            if (!slice.isEmpty()) {
                slices.accept(slice);
            }
            spool.clear();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Nobody asks any more. */
    void forget() {
        try {
            spool.clear();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static WauException failed(IOException e) {
        return new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot keep what was counted in the folder for temporary files, "
                        + System.getProperty("java.io.tmpdir") + ": " + e.getMessage()
                        + " (8 bytes a record and the users' names must find room; nothing was changed)",
                e);
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
