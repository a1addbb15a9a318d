package dev.wau.warehouse.parts;

import dev.wau.load.FileToLoad;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.WauException;
import dev.wau.warehouse.duckdb.ParquetParts;
import dev.wau.warehouse.duckdb.ParquetParts.ParquetFile;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.FileHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes parts in this process, with as many threads as the machine has processors. */
public final class LocalPartEngine implements PartEngine {

    private static final String MEMORY = "400MiB";

    @Override
    public Map<FileId, FileHeader> headers(List<FileToLoad> files) {
        return FileHeaders.read(files);
    }

    @Override
    public WrittenParts write(Feeding feeding, StagingArea area) {
        try {
            Path folder = Files.createTempDirectory("wau-parts-");
            try (ParquetParts parquet = ParquetParts.open(folder, feeding.threads(), MEMORY)) {
                List<Part> rows = store(parquet.rows(feeding), "rows-", area);
                feeding.rethrow();
                return new WrittenParts(rows, store(parquet.rejects(feeding.rejects()), "rejects-", area));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot write parts in the folder for temporary files: " + e.getMessage()
                            + " (they take about a third of the files' bytes; nothing was changed)",
                    e);
        }
    }

    private static List<Part> store(List<ParquetFile> files, String kind, StagingArea area) {
        List<Part> parts = new ArrayList<>();
        for (ParquetFile file : files) {
            parts.add(area.store().store(file.path(), kind + area.next() + ".parquet", file.rows()));
        }
        return parts;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {}
}
