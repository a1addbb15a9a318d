package dev.wau.warehouse.activity;

import dev.wau.analyse.ActiveEvents;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.BitSet;
import java.util.Map;

/**
 * The rollup's numbers of events, and which of them make a user active.
 *
 * @param names by number
 * @param active a bit for each active number
 * @param all whether all are, known and unknown
 */
record ActiveNames(Map<Integer, String> names, BitSet active, boolean all) {

    static ActiveNames of(Map<Integer, String> names, ActiveEvents events) {
        BitSet active = new BitSet();
        names.forEach((number, name) -> {
            boolean included = events.include().isEmpty() || events.include().contains(name);
            if (included && !events.exclude().contains(name)) {
                active.set(number);
            }
        });
        return new ActiveNames(names, active, active.cardinality() == names.size());
    }

    /** The name of a number. */
    String name(int event) {
        String name = names.get(event);
        if (name == null) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "Cannot compute the report's numbers: the rollup has no name for event " + event
                            + " ('wau verify' tells what else is damaged)");
        }
        return name;
    }

    /** Whether an event makes a user active. */
    boolean holds(int event) {
        return all || active.get(event);
    }
}
