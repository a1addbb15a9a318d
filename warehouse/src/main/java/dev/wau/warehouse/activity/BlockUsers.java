package dev.wau.warehouse.activity;

import dev.wau.warehouse.rollup.DaysCursor;
import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.QuartersCursor;

/** In which pieces of time one block's users were active, and how many events each piece has. */
final class BlockUsers implements BlockCount {

    private final String customer;
    private final Pieces pieces;
    private final ActiveNames names;
    private final UserPieces users;
    private final long[] events;

    BlockUsers(String customer, Pieces pieces, ActiveNames names) {
        this.customer = customer;
        this.pieces = pieces;
        this.names = names;
        users = new UserPieces(pieces.count());
        events = new long[pieces.count() + 2];
    }

    @Override
    public String customer() {
        return customer;
    }

    @Override
    public void take(RolledUpPart part) {
        PlacedMonth month = pieces.month(part.month());
        byte[][] columns = part.columns();
        switch (part.kind()) {
            case DAYS -> users.days(new DaysCursor(columns[0]), month);
            case DAYS_AND_QUARTERS -> {
                users.days(new DaysCursor(columns[0]), month);
                quarters(new QuartersCursor(columns[1]), month);
            }
            case EDGES -> users.edges(new DaysCursor(columns[0]), columns[1], month);
            case EDGES_AND_QUARTERS -> {
                users.edges(new DaysCursor(columns[0]), columns[1], month);
                quarters(new QuartersCursor(columns[2]), month);
            }
            case DETAIL -> {
                users.detail(new DetailCursor(columns[0]), month, names);
                detail(new DetailCursor(columns[0]), month);
            }
            case SUMMARY -> throw new IllegalArgumentException("a summary knows no days");
        }
    }

    private void quarters(QuartersCursor quarters, PlacedMonth month) {
        while (quarters.next()) {
            events[month.piece(quarters.slot())] += quarters.events();
        }
    }

    private void detail(DetailCursor detail, PlacedMonth month) {
        while (detail.next()) {
            if (detail.user() >= 0 && names.holds(detail.event())) {
                events[month.piece(detail.slot())] += detail.count();
            }
        }
    }

    /** In which pieces each user was active. */
    UserPieces users() {
        return users;
    }

    /** How many active events with a user each piece has; from the one before them all. 0 where they weren't read. */
    long[] events() {
        return events;
    }
}
