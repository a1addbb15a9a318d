package dev.wau.spark.engine;

import dev.wau.csv.RangeScan;
import java.util.ArrayList;
import java.util.List;

/** Cuts large files into ranges of whole records, by what tasks saw in their bytes. */
final class LargeFiles {

    private final List<LargeFile> files;
    private final long piece;
    private final List<TaskFiles> pieces;
    private final RangeScan[] scans;

    /**
     * @param piece how many bytes a task looks at, and reads
     */
    LargeFiles(List<LargeFile> files, long piece) {
        this.files = List.copyOf(files);
        this.piece = piece;
        this.pieces =
                files.stream().flatMap(file -> file.pieces(piece).stream()).toList();
        this.scans = new RangeScan[pieces.size()];
    }

    /** What tasks look at. */
    List<TaskFiles> pieces() {
        return pieces;
    }

    void scanned(TaskReply reply, int number) {
        scans[number] = ((TaskReply.Scanned) reply).scan();
    }

    /** What tasks read, once all pieces were looked at. */
    List<TaskFiles> ranges() {
        List<TaskFiles> ranges = new ArrayList<>();
        int next = 0;
        for (LargeFile file : files) {
            int end = next + file.pieces(piece).size();
            ranges.addAll(file.ranges(List.of(scans).subList(next, end)));
            next = end;
        }
        return ranges;
    }
}
