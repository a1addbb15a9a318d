package dev.wau.warehouse.parts;

import dev.wau.load.FileToLoad;
import dev.wau.model.FileId;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import java.util.List;
import java.util.Map;

/**
 * Reads files into typed Parquet parts: in this process, or on a cluster. What it gives doesn't depend on where it works.
 * Thread-safe.
 *
 * <p>Errors: {@link dev.wau.model.WauException} as reading gives it; then parts may be left in the staging area, which its
 * owner clears.
 */
public interface PartEngine extends AutoCloseable {

    /** The headers of files, each file's. */
    Map<FileId, FileHeader> headers(List<FileToLoad> files);

    /**
     * Reads the feeding's files, each record once, into parts of the area, and tells the feeding each one's result. Work
     * that runs twice leaves one part in what is returned.
     */
    WrittenParts write(Feeding feeding, StagingArea area);

    @Override
    void close();
}
