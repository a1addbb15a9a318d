package dev.wau.spark.engine;

import dev.wau.csv.RangeScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Cuts large files into ranges of whole records, by what tasks saw in their bytes. */
final class LargeFiles {

    private final List<LargeFile> files;
    private final List<TaskFiles> pieces;
    private final RangeScan[] scans;

    /**
     * @param piece how many bytes a task looks at, and reads
     */
    LargeFiles(List<LargeFile> files, long piece) {
        this.files = List.copyOf(files);
        this.pieces = files.stream().flatMap(file -> file.pieces(piece).stream()).toList();
        this.scans = new RangeScan[pieces.size()];
    }

    /** What tasks look at. */
    List<TaskFiles> pieces() {
        return pieces;
    }

    void scanned(TaskReply reply, int piece) {
        scans[piece] = ((TaskReply.Scanned) reply).scan();
    }

    /** What tasks read, once all pieces were looked at. */
    List<TaskFiles> ranges() {
        List<TaskFiles> ranges = new ArrayList<>();
        for (LargeFile file : files) {
            ranges.addAll(file.ranges(scans(file)));
        }
        return ranges;
    }

    private List<RangeScan> scans(LargeFile file) {
        return Stream.iterate(0, piece -> piece < scans.length, piece -> piece + 1)
                .filter(piece -> pieces.get(piece).files().get(0).id()
                        == file.file().id())
                .map(piece -> Objects.requireNonNull(scans[piece]))
                .toList();
    }
}
