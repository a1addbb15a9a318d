package dev.wau.warehouse.duckdb;

import dev.wau.warehouse.sql.FeedReader;
import dev.wau.warehouse.sql.Feeding;
import java.io.IOException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;

/** One of DuckDB's threads: reads files one after the other. */
final class FeedThread implements DuckDBTableFunctionState {

    private final Feeding feeding;
    private final FeedReader reader;
    private final RowChunk chunk;

    FeedThread(Feeding feeding) {
        this.feeding = feeding;
        this.reader = new FeedReader(feeding);
        this.chunk = new RowChunk(feeding.columns().size());
    }

    /** Fills a chunk and returns its rows; 0 when there are no more. */
    long fill(DuckDBDataChunkWriter writer) throws IOException {
        reader.fill(chunk);
        return feeding.failed() ? 0 : chunk.moveTo(writer);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
