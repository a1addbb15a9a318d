package dev.wau.warehouse.duckdb;

import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.RowSource;
import java.io.IOException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;

/** One of DuckDB's threads: takes rows from a source until there are no more. */
final class FeedThread implements DuckDBTableFunctionState {

    private final FileFeed.Offer offer;
    private final RowSource source;
    private final RowChunk chunk;

    FeedThread(FileFeed.Offer offer) {
        this.offer = offer;
        this.source = offer.source();
        this.chunk = new RowChunk(offer.feeding());
    }

    /** Fills a chunk and returns its rows; 0 when there are no more. */
    long fill(DuckDBDataChunkWriter writer) throws IOException {
        Feeding feeding = offer.feeding();
        source.fill(chunk);
        if (feeding.failed()) {
            return 0;
        }
        if (offer.comparing()) {
            chunk.compare();
        }
        return chunk.moveTo(writer);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
