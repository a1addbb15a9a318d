package dev.wau.warehouse.rollup;

/** Writes cells as a {@link Part}. Used by one thread. */
public final class PartWriter {

    private final ByteSink days = new ByteSink();
    private final ByteSink edges = new ByteSink();
    private final ByteSink detail = new ByteSink();
    private final EventTotals totals = new EventTotals();
    private final int[] quarters = new int[Quarters.MOST_A_MONTH];
    private long events;

    /** The part; every count is positive. */
    public Part part(Cells cells) {
        events = 0;
        int before = 0;
        for (int from = 0; from < cells.size(); ) {
            int local = Cells.local(cells.keys()[from]);
            int to = from;
            while (to < cells.size() && Cells.local(cells.keys()[to]) == local) {
                to++;
            }
            detail.number(local - before);
            detail.number(to - from);
            user(cells, from, to, local);
            if (local > 0) {
                days(cells, from, to, local);
            }
            before = local;
            from = to;
        }
        return new Part(cells.size(), events, totals.take(), days.take(), edges.take(), takeQuarters(), detail.take());
    }

    private void user(Cells cells, int from, int to, int local) {
        int slotBefore = 0;
        for (int index = from; index < to; index++) {
            long key = cells.keys()[index];
            int count = cells.counts()[index];
            int slot = Cells.slot(key);
            int event = Cells.event(key);
            detail.number((slot - slotBefore) << 1 | (count == 1 ? 0 : 1));
            detail.number(event);
            if (count != 1) {
                detail.number(count);
            }
            slotBefore = slot;
            events += count;
            totals.add(event, local, count);
            if (local > 0) {
                quarters[slot] = Math.addExact(quarters[slot], count);
            }
        }
    }

    private void days(Cells cells, int from, int to, int local) {
        int active = 0;
        int day = -1;
        int slot = -1;
        for (int index = from; index < to; index++) {
            int next = Cells.slot(cells.keys()[index]);
            if (next / Quarters.A_DAY != day) {
                if (day >= 0) {
                    edges.one(slot % Quarters.A_DAY);
                }
                day = next / Quarters.A_DAY;
                active |= 1 << day;
                edges.one(next % Quarters.A_DAY);
            }
            slot = next;
        }
        edges.one(slot % Quarters.A_DAY);
        days.number(local - 1);
        days.four(active);
    }

    private byte[] takeQuarters() {
        ByteSink sink = new ByteSink();
        int before = 0;
        for (int slot = 0; slot < quarters.length; slot++) {
            if (quarters[slot] != 0) {
                sink.number(slot - before);
                sink.number(quarters[slot]);
                quarters[slot] = 0;
                before = slot;
            }
        }
        return sink.take();
    }
}
