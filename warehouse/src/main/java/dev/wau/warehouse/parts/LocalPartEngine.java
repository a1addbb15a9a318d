package dev.wau.warehouse.parts;

import dev.wau.load.FileToLoad;
import dev.wau.model.FileId;
import dev.wau.warehouse.duckdb.ParquetParts;
import dev.wau.warehouse.duckdb.ParquetParts.ParquetFile;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.FileHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes parts in this process, with as many threads as the machine has processors. */
public final class LocalPartEngine implements PartEngine {

    /** Of DuckDB, beside the heap, where parts are written. */
    public static final String MEMORY = "400MiB";

    @Override
    public Map<FileId, FileHeader> headers(List<FileToLoad> files) {
        return FileHeaders.read(files);
    }

    @Override
    public WrittenParts write(Feeding feeding, StagingArea area) {
        try (TemporaryFolder folder = TemporaryFolder.create("wau-parts-");
                ParquetParts parquet = ParquetParts.open(folder.path(), feeding.threads(), MEMORY)) {
            List<Part> rows = store(parquet.rows(feeding), "rows-", area);
            feeding.rethrow();
            return new WrittenParts(rows, store(parquet.rejects(feeding.rejects()), "rejects-", area));
        }
    }

    private static List<Part> store(List<ParquetFile> files, String kind, StagingArea area) {
        List<Part> parts = new ArrayList<>();
        for (ParquetFile file : files) {
            parts.add(area.store().store(file.path(), kind + area.next() + ".parquet", file.rows()));
        }
        return parts;
    }

    @Override
    public void close() {}
}
