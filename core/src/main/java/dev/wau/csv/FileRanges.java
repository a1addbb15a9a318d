package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts the scans of a file's bytes together: where they join, the state that one begins in is known. */
public final class FileRanges {

    private final List<FileRange> ranges = new ArrayList<>();
    private FilePlace open;
    private long offset;
    private long line;
    private CellState state = CellState.RECORD_START;
    private boolean returned;

    private FileRanges(FilePlace start) {
        this.open = start;
        this.offset = start.offset();
        this.line = start.line();
    }

    /**
     * The ranges of a file, in its order: one for each scan in which a record starts, from its first record to the next
     * range's. Together they are all that stands behind the header.
     *
     * <p>They hold whole records, except where the quoting is broken and {@link CellState} knows less than the reader:
     * then some range's reader is {@link AuditLogReader#lost} or refuses, and the file must be read in one go.
     *
     * @param start where the file's records start ({@link AuditLogReader#recordsFrom})
     * @param bytes the file's size
     * @param scans of all bytes from there to the file's end, in their order, without a gap
     * @throws WauException INVALID_ARGUMENT: some byte wasn't scanned, or was twice
     */
    public static List<FileRange> of(FilePlace start, long bytes, List<RangeScan> scans) {
        FileRanges ranges = new FileRanges(start);
        for (RangeScan scan : scans) {
            ranges.requireOffset(scan.from());
            ranges.add(scan);
        }
        ranges.requireOffset(bytes);
        return ranges.all();
    }

    private void requireOffset(long next) {
        if (next != offset) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot join the scans of a file: they go on at byte " + next + " (at byte " + offset
                            + ", where the one before ends, they must: a scan, or the file's end)");
        }
    }

    private void add(RangeScan scan) {
        // The two halves of one line end, of which the first was counted.
        int counted = returned && scan.startsWithLineFeed() ? 1 : 0;
        RangeScan.Passage passage = Objects.requireNonNull(scan.passages().get(state));
        boolean first = offset == open.offset();
        if (passage.record() != RangeScan.Passage.NONE && !first) {
            cut(new FilePlace(passage.record(), line + passage.lineEnds() - counted));
        }
        offset = scan.to();
        line += scan.lineEnds() - counted;
        state = passage.end();
        returned = scan.endsWithReturn();
    }

    private void cut(FilePlace place) {
        ranges.add(new FileRange(open.offset(), place.offset(), open.line(), place.line()));
        open = place;
    }

    private List<FileRange> all() {
        if (offset > open.offset()) {
            ranges.add(new FileRange(open.offset(), offset, open.line(), FileRange.LAST));
        }
        return List.copyOf(ranges);
    }
}
