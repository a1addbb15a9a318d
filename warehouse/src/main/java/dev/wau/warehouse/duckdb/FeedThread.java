package dev.wau.warehouse.duckdb;

import dev.wau.model.FileRefusedException;
import java.io.IOException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;
import org.jspecify.annotations.Nullable;

/** One of DuckDB's threads: reads files one after the other. */
final class FeedThread implements DuckDBTableFunctionState {

    private final Feeding feeding;
    private final RowChunk chunk;
    private @Nullable FileToFeed file;
    private @Nullable FileReading reading;

    FeedThread(Feeding feeding) {
        this.feeding = feeding;
        this.chunk = new RowChunk(feeding.columns());
    }

    /** Fills a chunk and returns its rows; 0 when there are no more. */
    long fill(DuckDBDataChunkWriter writer) throws IOException {
        try {
            while (!chunk.isFull() && !feeding.failed() && step()) {}
            return feeding.failed() ? 0 : chunk.moveTo(writer);
        } catch (IOException | RuntimeException | Error e) {
            feeding.fail(e);
            throw e;
        }
    }

    /** Reads on in the file at hand, or in the next one; false when there is none. */
    private boolean step() throws IOException {
        FileToFeed current = file == null ? feeding.next() : file;
        if (current == null) {
            return false;
        }
        file = current;
        try {
            read(current);
        } catch (FileRefusedException refusal) {
            feeding.refused(current, refusal);
            feeding.progress().advance(0, 1);
            close();
        }
        return true;
    }

    private void read(FileToFeed current) throws IOException {
        if (reading == null) {
            reading = new FileReading(current, feeding.columns(), feeding.progress());
            reading.requireSameLayout();
        }
        if (!reading.fill(chunk)) {
            feeding.done(reading.done());
            close();
        }
    }

    @Override
    public void close() throws IOException {
        file = null;
        FileReading open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }
}
