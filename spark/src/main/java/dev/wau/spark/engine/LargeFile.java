package dev.wau.spark.engine;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.FilePlace;
import dev.wau.csv.FileRange;
import dev.wau.csv.FileRanges;
import dev.wau.csv.RangeScan;
import dev.wau.load.FileToLoad;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that several tasks read, each a range of it: docs/decisions/0022-ranges-of-a-large-file.md.
 *
 * @param start where its records start
 */
record LargeFile(TaskFile file, FilePlace start) {

    /** Opens its head; empty where its bytes aren't its text, so that one task must read it. */
    static Optional<LargeFile> of(FileToLoad file, TaskFile work) {
        try (AuditLogReader head = file.open(reject -> {})) {
            return head.recordsFrom()
                    .filter(place -> place.offset() < work.bytes())
                    .map(place -> new LargeFile(work, place));
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read " + work.key() + ": " + e.getMessage(), e);
        }
    }

    /** What tasks look at: all behind its header, in pieces of so many bytes, wherever these begin. */
    List<TaskFiles> pieces(long size) {
        List<TaskFiles> pieces = new ArrayList<>();
        for (long from = start.offset(); from < file.bytes(); from += size) {
            long to = Math.min(file.bytes(), from + size);
            pieces.add(TaskFiles.of(file.of(new FileRange(from, to, 1, FileRange.LAST))));
        }
        return pieces;
    }

    /** What tasks read: whole records. */
    List<TaskFiles> ranges(List<RangeScan> scans) {
        return FileRanges.of(start, file.bytes(), scans).stream()
                .map(range -> TaskFiles.of(file.of(range)))
                .toList();
    }
}
