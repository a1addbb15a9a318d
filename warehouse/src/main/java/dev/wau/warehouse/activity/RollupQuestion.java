package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.warehouse.activity.Pieces.History;
import dev.wau.warehouse.activity.RolledUp.Columns;
import dev.wau.warehouse.activity.RolledUp.Counting;
import dev.wau.warehouse.activity.RolledUp.RolledUpPart;
import dev.wau.warehouse.rollup.DaysCursor;
import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.QuartersCursor;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One question to the rollup: finds what must be read of it, and counts each unit, several at once. */
final class RollupQuestion {

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

    /** Counts a unit, on any thread, and says what to do with the result, by one thread at a time. */
    @FunctionalInterface
    interface Work {
        Runnable count(RolledUp unit);
    }

    /** Counts users by pieces. */
    void users(History history, Counting counting, Work work) throws SQLException {
        run(pieces.months(history), month -> names.all() ? Columns.of(month.need(), counting) : Columns.DETAIL, work);
    }

    /** Counts what one window has of each event. */
    void totals(Work work) throws SQLException {
        run(pieces.months(History.WITHIN), month -> month.isWhole(1) ? Columns.SUMMARY : Columns.DETAIL, work);
    }

    /** The customers with what they have loaded, by name: no users, no events. */
    List<CustomerActivity> loaded() throws SQLException {
        return reading.loaded(scope);
    }

    private void run(List<Integer> months, Function<PlacedMonth, Columns> kind, Work work) throws SQLException {
        Map<Columns, List<Integer>> kinds = months.stream()
                .collect(Collectors.groupingBy(
                        month -> kind.apply(pieces.month(month)),
                        () -> new EnumMap<>(Columns.class),
                        Collectors.toList()));
        reading.units(kinds, scope, units -> run(units, work));
    }

    /** A unit's result is taken as soon as it is there: there may be very many. */
    private static void run(Collection<RolledUp> units, Work work) {
        Object taking = new Object();
        units.parallelStream().map(work::count).forEach(result -> {
            synchronized (taking) {
                result.run();
            }
        });
    }

    /** In which pieces the unit's users were active. */
    UserPieces users(RolledUp unit) {
        UserPieces users = new UserPieces(pieces.count());
        for (RolledUpPart part : unit.parts()) {
            PlacedMonth month = pieces.month(part.month());
            switch (part.kind()) {
                case DAYS, DAYS_AND_QUARTERS -> users.days(new DaysCursor(part.columns()[0]), month);
                case EDGES, EDGES_AND_QUARTERS ->
                    users.edges(new DaysCursor(part.columns()[0]), part.columns()[1], month);
                case DETAIL -> users.detail(new DetailCursor(part.columns()[0]), month, names);
                case SUMMARY -> throw new IllegalArgumentException("a summary knows no days");
            }
        }
        return users;
    }

    /** How many active events with a user each piece has. */
    long[] events(RolledUp unit) {
        long[] events = new long[pieces.count() + 2];
        for (RolledUpPart part : unit.parts()) {
            PlacedMonth month = pieces.month(part.month());
            if (part.kind() == Columns.DETAIL) {
                DetailCursor detail = new DetailCursor(part.columns()[0]);
                while (detail.next()) {
                    if (detail.user() >= 0 && names.holds(detail.event())) {
                        events[month.piece(detail.slot())] += detail.count();
                    }
                }
            } else {
                QuartersCursor quarters = new QuartersCursor(part.columns()[part.columns().length - 1]);
                while (quarters.next()) {
                    events[month.piece(quarters.slot())] += quarters.events();
                }
            }
        }
        return events;
    }

    /** What the window has of each event. */
    EventUsers totals(RolledUp unit) {
        EventUsersCount count = new EventUsersCount();
        for (RolledUpPart part : unit.parts()) {
            if (part.kind() == Columns.SUMMARY) {
                count.summary(part.columns()[0]);
            } else {
                count.detail(part.columns()[0], pieces.month(part.month()));
            }
        }
        return count.totals(names);
    }
}
