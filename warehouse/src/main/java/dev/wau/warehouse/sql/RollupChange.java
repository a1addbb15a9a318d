package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.CellList;
import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Place;
import dev.wau.warehouse.rollup.Quarters;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events that came or left, by place; collected in any order. Used by one thread. */
final class RollupChange {

    private final Map<Place, CellList> lists = new HashMap<>();
    private Place place = new Place("", -1, -1);
    private CellList list = new CellList();
    private int month;
    private long monthFirst;
    private long monthEnd;

    /**
     * Some events.
     *
     * @param user its number; negative for none
     */
    void add(String customer, long quarter, long user, int event, int count) {
        if (quarter < monthFirst || quarter >= monthEnd) {
            month = Quarters.month(quarter);
            monthFirst = Quarters.first(month);
            monthEnd = Quarters.first(month + 1);
        }
        int block = Place.block(user);
        if (place.month() != month
                || place.block() != block
                || !place.customer().equals(customer)) {
            place = new Place(customer, month, block);
            list = lists.computeIfAbsent(place, none -> new CellList());
        }
        list.add(Cells.key(user, (int) (quarter - monthFirst), event), count);
    }

    /** What was collected, by place. */
    SortedMap<Place, Cells> cells() {
        SortedMap<Place, Cells> cells = new TreeMap<>();
        lists.entrySet().parallelStream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().cells()))
                .toList()
                .forEach(entry -> cells.put(entry.getKey(), entry.getValue()));
        return cells;
    }
}
