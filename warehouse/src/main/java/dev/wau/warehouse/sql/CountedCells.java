package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes cells of what was counted; the rollup knows all users and events of them then. */
final class CountedCells {

    private final RollupNames names;

    CountedCells(Session session) {
        names = new RollupNames(session);
    }

    /**
     * Hands over all that waits in the spool, in slices of bounded size: a place may be in several.
     *
     * @param customers the countings, with whose they are
     */
    void each(CountingSpool spool, Map<Long, String> customers, Consumer<SortedMap<Place, Cells>> cells) {
        spool.drain(customers.keySet(), slice -> cells.accept(cells(slice, customers)));
    }

    private SortedMap<Place, Cells> cells(List<CountedChunk> slice, Map<Long, String> customers) {
        Map<String, TreeSet<String>> users = new TreeMap<>();
        TreeSet<String> events = new TreeSet<>();
        for (CountedChunk chunk : slice) {
            users.computeIfAbsent(customer(chunk, customers), none -> new TreeSet<>())
                    .addAll(chunk.users());
            events.addAll(chunk.events());
        }
        RollupNames.Numbers numbers = names.of(users, events);
        RollupChange change = new RollupChange();
        slice.forEach(chunk -> add(chunk, customer(chunk, customers), numbers, change));
        return change.cells();
    }

    private static String customer(CountedChunk chunk, Map<Long, String> customers) {
        return Objects.requireNonNull(customers.get(chunk.counting()));
    }

    private static void add(CountedChunk chunk, String customer, RollupNames.Numbers numbers, RollupChange change) {
        int[] users = chunk.users().stream()
                .mapToInt(user -> numbers.user(customer, user))
                .toArray();
        int[] events = chunk.events().stream().mapToInt(numbers::event).toArray();
        for (int index = 0; index < chunk.size(); index++) {
            int user = chunk.user(index);
            change.add(
                    customer,
                    chunk.quarter(index),
                    user == CountedChunk.NO_USER ? -1 : users[user - 1],
                    events[chunk.event(index)],
                    1);
        }
    }
}
