package dev.wau.warehouse.activity;

import dev.wau.warehouse.activity.RolledUpPart.Columns;

/** What one window has of each event of one block's users. */
final class BlockTotals implements BlockCount {

    private final String customer;
    private final Pieces pieces;
    private final ActiveNames names;
    private final EventUsersCount count = new EventUsersCount();

    BlockTotals(String customer, Pieces pieces, ActiveNames names) {
        this.customer = customer;
        this.pieces = pieces;
        this.names = names;
    }

    @Override
    public String customer() {
        return customer;
    }

    @Override
    public void take(RolledUpPart part) {
        if (part.kind() == Columns.SUMMARY) {
            count.summary(part.columns()[0]);
        } else {
            count.detail(part.columns()[0], pieces.month(part.month()));
        }
    }

    EventUsers totals() {
        return count.totals(names);
    }
}
