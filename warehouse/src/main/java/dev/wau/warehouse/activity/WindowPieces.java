package dev.wau.warehouse.activity;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where windows lie among {@link Pieces}: each is a run of them, from {@code from} to before {@code to}. Windows may overlap
 * in any way, and several lists of them may stand one after the other. Immutable.
 */
final class WindowPieces {

    private final int[] from;
    private final int[] to;
    private final int pieces;
    private final int[][] byPower;

    private WindowPieces(int[] from, int[] to, int pieces) {
        this.from = from;
        this.to = to;
        this.pieces = pieces;
        int most = IntStream.range(0, from.length).map(this::power).max().orElse(-1);
        byPower = IntStream.rangeClosed(0, most)
                .mapToObj(power -> IntStream.range(0, from.length)
                        .filter(window -> power(window) == power)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** @param lists with the same segments; of which the first is piece 1 */
    static WindowPieces of(List<Segments> lists) {
        return new WindowPieces(
                lists.stream()
                        .flatMapToInt(segments ->
                                segments.windows().stream().mapToInt(window -> segments.at(window.start()) + 1))
                        .toArray(),
                lists.stream()
                        .flatMapToInt(segments ->
                                segments.windows().stream().mapToInt(window -> segments.at(window.end()) + 1))
                        .toArray(),
                lists.get(0).count());
    }

    /** The greatest power of two that isn't longer than a window; -1 for one without time. */
    private int power(int window) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(to[window] - from[window]);
    }

    /** How many windows. */
    int count() {
        return from.length;
    }

    /** How many pieces, beside the ones before and after. */
    int pieces() {
        return pieces;
    }

    /** A window's first piece. */
    int from(int window) {
        return from[window];
    }

    /** The piece after a window's last one. */
    int to(int window) {
        return to[window];
    }

    /** For each power of two the windows that are as long, but not twice as long; those without time are in none. */
    int[][] byPower() {
        return byPower;
    }
}
