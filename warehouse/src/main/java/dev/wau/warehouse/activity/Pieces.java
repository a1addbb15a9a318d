package dev.wau.warehouse.activity;

import dev.wau.warehouse.rollup.Quarters;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where the rollup's quarters lie among {@link Segments}: 0 is before them all, 1 the first segment, and one more than the
 * last is after them all. Made for some months, by one thread; then immutable.
 */
final class Pieces {

    /** Of a quarter. */
    private static final long SECONDS = Quarters.MICROS / 1_000_000;

    private final long[] cuts;
    private final Map<Integer, PlacedMonth> months = new HashMap<>();

    private Pieces(long[] cuts) {
        this.cuts = cuts;
    }

    /**
     * Empty if a segment begins or ends within a quarter of these months: the rollup doesn't know what came before.
     *
     * @param months that have events
     */
    static Optional<Pieces> of(Segments segments, SortedSet<Integer> months) {
        if (months.isEmpty()) {
            return Optional.of(new Pieces(new long[segments.count() + 1]));
        }
        long from = Quarters.first(months.first());
        long to = Quarters.first(months.last() + 1);
        long[] cuts = new long[segments.count() + 1];
        for (int index = 0; index < cuts.length; index++) {
            Instant cut = segments.cut(index);
            long quarter = Math.floorDiv(cut.getEpochSecond(), SECONDS);
            if (quarter < from) {
                cuts[index] = from;
            } else if (quarter >= to) {
                cuts[index] = to;
            } else if (Instant.ofEpochSecond(quarter * SECONDS).equals(cut)) {
                cuts[index] = quarter;
            } else {
                return Optional.empty();
            }
        }
        Pieces pieces = new Pieces(cuts);
        months.forEach(month -> pieces.months.put(month, pieces.place(month)));
        return Optional.of(pieces);
    }

    private PlacedMonth place(int month) {
        long first = Quarters.first(month);
        long end = Quarters.first(month + 1);
        int piece = piece(first);
        if (piece == piece(end - 1)) {
            return PlacedMonth.in(piece);
        }
        int[] slots = new int[Math.toIntExact(end - first)];
        for (int slot = 0; slot < slots.length; slot++) {
            while (piece < cuts.length && cuts[piece] <= first + slot) {
                piece++;
            }
            slots[slot] = piece;
        }
        return PlacedMonth.of(slots);
    }

    /** How many cuts lie no later than a quarter. */
    private int piece(long quarter) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts[middle] <= quarter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many segments. */
    int count() {
        return cuts.length - 1;
    }

    /** One of the months. */
    PlacedMonth month(int month) {
        PlacedMonth placed = months.get(month);
        if (placed == null) {
            throw new IllegalArgumentException("no month of the rollup: " + month);
        }
        return placed;
    }

    /** The months that have a quarter in a segment, or, with all that came before, one before their end. */
    List<Integer> months(History history) {
        return months.entrySet().stream()
                .filter(entry -> entry.getValue().touches(history == History.ALL ? 0 : 1, count()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** How much of the past an answer needs. */
    enum History {
        /** What lies within the windows. */
        WITHIN,
        /** All that lies before the last one's end. */
        ALL
    }
}
