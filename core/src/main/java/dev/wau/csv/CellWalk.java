package dev.wau.csv;

import java.util.List;

/**
 * Walks over bytes from one {@link CellState} to the next, of which it needs nothing but their sequence.
 *
 * <p>A step is one shift: each byte has a number that holds, six bits a state, where it leads from there. A state is
 * written as the place of its six bits, so the number shifted by a state has the next one lowest, and what stands above
 * it doesn't matter, since a shift looks at the lowest six bits only.
 */
final class CellWalk {

    /** There is no record start. */
    static final int NONE = -1;

    private static final int BITS = 6;
    private static final List<CellState> STATES = List.of(CellState.values());
    private static final long[] MOVES = moves();
    private static final long QUOTES = EightBytes.ONES * (byte) Dialect.STANDARD.quote();

    private CellWalk() {}

    private static long[] moves() {
        long[] moves = new long[1 << Byte.SIZE];
        for (int value = 0; value < moves.length; value++) {
            for (CellState state : STATES) {
                moves[value] |= place(state.after((byte) value)) << place(state);
            }
        }
        return moves;
    }

    private static long place(CellState state) {
        return (long) BITS * STATES.indexOf(state);
    }

    /** The state behind the bytes up to a limit, behind which the array must have {@link ByteWindow#SLACK}. */
    static CellState end(byte[] bytes, int limit, CellState start) {
        long state = place(start);
        for (int position = first(bytes, limit, start); position < limit; position++) {
            state = MOVES[bytes[position] & 0xFF] >>> state;
        }
        return STATES.get((int) (state & ((1 << BITS) - 1)) / BITS);
    }

    /**
     * Where the first record starts: a byte that is no line end, so never between CR and LF, nor on a blank line. As
     * {@link #end}, it needs bytes behind the limit.
     *
     * @return its position, or {@link #NONE}
     */
    static int recordStart(byte[] bytes, int limit, CellState start) {
        CellState state = start;
        int position = first(bytes, limit, start);
        while (position < limit) {
            byte value = bytes[position];
            if (state == CellState.RECORD_START && value != '\n' && value != '\r') {
                return position;
            }
            state = state.after(value);
            position++;
            if (state == CellState.QUOTED) {
                position = quote(bytes, position, limit);
            }
        }
        return NONE;
    }

    /** The first byte that matters: inside quotes only a quote does. */
    private static int first(byte[] bytes, int limit, CellState start) {
        return start == CellState.QUOTED ? quote(bytes, 0, limit) : 0;
    }

    /** The next quote's position; at the limit or behind it if there is none. */
    private static int quote(byte[] bytes, int from, int limit) {
        int position = from;
        while (position < limit) {
            long found = EightBytes.equal(EightBytes.at(bytes, position), QUOTES);
            if (found != 0) {
                return position + EightBytes.first(found);
            }
            position += Long.BYTES;
        }
        return position;
    }
}
