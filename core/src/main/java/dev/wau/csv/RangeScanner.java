package dev.wau.csv;

import dev.wau.csv.RangeScan.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * Follows all states in which a range may begin at once. After a few bytes most are the same one, and after the first
 * quotes usually all: from then on, each byte is looked at for one state.
 */
final class RangeScanner {

    private static final int BLOCK = 1 << 16;

    private final long from;
    private final long to;
    private final byte[] block;
    private final LineEnds lineEnds = new LineEnds();
    private final Map<CellState, Passage> passages = new EnumMap<>(CellState.class);

    RangeScanner(long from, long to) {
        this.from = from;
        this.to = to;
        this.block = new byte[(int) Math.min(BLOCK, to - from) + ByteWindow.SLACK];
        for (CellState start : CellState.values()) {
            passages.put(start, new Passage(start, Passage.NONE, 0));
        }
    }

    RangeScan scan(InputStream bytes) throws IOException {
        InputStream range = new BoundedInput(bytes, to - from);
        boolean startsWithLineFeed = false;
        long offset = from;
        while (offset < to) {
            int limit = range.readNBytes(block, 0, block.length - ByteWindow.SLACK);
            startsWithLineFeed |= offset == from && block[0] == '\n';
            walk(offset, limit);
            lineEnds.take(block, limit);
            offset += limit;
        }
        return new RangeScan(from, to, lineEnds.count(), startsWithLineFeed, lineEnds.returned(), passages);
    }

    private void walk(long offset, int limit) {
        Map<CellState, CellState> ends = new EnumMap<>(CellState.class);
        passages.replaceAll((start, passage) -> {
            CellState end = ends.computeIfAbsent(passage.end(), state -> CellWalk.end(block, limit, state));
            return passage.record() == Passage.NONE
                    ? found(passage.end(), end, offset, limit)
                    : new Passage(end, passage.record(), passage.lineEnds());
        });
    }

    private Passage found(CellState before, CellState end, long offset, int limit) {
        int record = CellWalk.recordStart(block, limit, before);
        return record == CellWalk.NONE
                ? new Passage(end, Passage.NONE, 0)
                : new Passage(end, offset + record, lineEnds.countWith(block, record));
    }
}
