package dev.wau.proof.convergence;

import dev.wau.testing.store.FailingObjectStore.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Steps in few words, for histories written by hand: one customer, the exporter's layout with fresh identifiers. */
final class Steps {

    private static final String CUSTOMER = "acme";
    private static final int LAYOUT = 3;

    private Steps() {}

    static Operation export(String name, int... events) {
        return new Operation.Export(CUSTOMER, name, LAYOUT, rows(events));
    }

    static Operation goBack(String name) {
        return new Operation.GoBack(CUSTOMER, name, 1);
    }

    static Operation copy(String from, String to) {
        return new Operation.Copy(CUSTOMER, from, to);
    }

    static Operation spoil(String name) {
        return new Operation.Spoil(CUSTOMER, name, Spoiled.MOSTLY_REJECTS);
    }

    /** By hand; without events, a file that the load refuses. */
    static Operation put(String name, int... events) {
        List<Row> rows = events.length == 0 ? List.of(new Row(0, Row.Flaw.BAD_TIME)) : rows(events);
        return new Operation.Put(CUSTOMER, name, 0, rows);
    }

    static Operation aggregate() {
        return new Operation.Aggregate(0, Moment.BEFORE, Set.of(), 0);
    }

    static Operation load() {
        return new Operation.Listing(Fault.NONE);
    }

    static Operation load(int marker, Fault fault) {
        return new Operation.Deliver(marker, fault);
    }

    static Operation round() {
        return new Operation.Round();
    }

    static Operation unload(String name) {
        return new Operation.Unload(CUSTOMER, name, Fault.NONE);
    }

    static Operation reload(String name) {
        return new Operation.Reload(CUSTOMER, name, Fault.NONE);
    }

    static Operation together(Operation one, Operation other) {
        return new Operation.Together(one, other);
    }

    private static List<Row> rows(int... events) {
        return Arrays.stream(events).mapToObj(Row::of).toList();
    }
}
