package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.warehouse.activity.Pieces.History;
import dev.wau.warehouse.activity.RolledUpPart.Columns;
import dev.wau.warehouse.activity.RolledUpPart.Counting;
import dev.wau.warehouse.rollup.Place;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One question to the rollup: finds what must be read of it, and counts each block, several at once. */
final class RollupQuestion {

    /** Of a block: its users' bits for each event. */
    private static final long EVENT_BYTES = Place.USERS / Byte.SIZE + 64;

    private final RollupReading reading;
    private final Scope scope;
    private final Pieces pieces;
    private final ActiveNames names;

    private RollupQuestion(RollupReading reading, Scope scope, Pieces pieces, ActiveNames names) {
        this.reading = reading;
        this.scope = scope;
        this.pieces = pieces;
        this.names = names;
    }

    /** Empty if the rollup can't answer it. */
    static Optional<RollupQuestion> of(RollupReading reading, Segments segments, Scope scope) throws SQLException {
        if (!reading.isKept()) {
            return Optional.empty();
        }
        ActiveNames names = ActiveNames.of(reading.names(), scope.active());
        return Pieces.of(segments, reading.months()).map(pieces -> new RollupQuestion(reading, scope, pieces, names));
    }

    /** Counts a block, on any thread, and says what to do with the result, by one thread at a time. */
    @FunctionalInterface
    interface Work<B extends BlockCount> {
        Runnable count(B block);
    }

    /** Counts users by pieces. */
    void users(History history, Counting counting, Work<BlockUsers> work) throws SQLException {
        reading.blocks(
                kinds(history, month -> names.all() ? Columns.of(month.need(), counting) : Columns.DETAIL),
                scope,
                new RollupReading.Blocks<>(
                        customer -> new BlockUsers(customer, pieces, names),
                        cells -> UserPieces.bytes(Math.min(cells, Place.USERS), pieces.count())),
                blocks -> run(blocks, work));
    }

    /** Counts what one window has of each event. */
    void totals(Work<BlockTotals> work) throws SQLException {
        reading.blocks(
                kinds(History.WITHIN, month -> month.isWhole(1) ? Columns.SUMMARY : Columns.DETAIL),
                scope,
                new RollupReading.Blocks<>(
                        customer -> new BlockTotals(customer, pieces, names),
                        cells -> Math.min(cells, names.names().size()) * EVENT_BYTES),
                blocks -> run(blocks, work));
    }

    /** The customers with what they have loaded, by name: no users, no events. */
    List<CustomerActivity> loaded() throws SQLException {
        return reading.loaded(scope);
    }

    private Map<Columns, List<Integer>> kinds(History history, Function<PlacedMonth, Columns> kind) {
        return pieces.months(history).stream()
                .collect(Collectors.groupingBy(
                        month -> kind.apply(pieces.month(month)),
                        () -> new EnumMap<>(Columns.class),
                        Collectors.toList()));
    }

    /** A block's result is taken as soon as it is there: there may be very many. */
    private static <B extends BlockCount> void run(Collection<B> blocks, Work<B> work) {
        Object taking = new Object();
        blocks.parallelStream().map(work::count).forEach(result -> {
            synchronized (taking) {
                result.run();
            }
        });
    }
}
