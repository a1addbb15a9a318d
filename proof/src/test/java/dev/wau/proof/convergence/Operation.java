package dev.wau.proof.convergence;

import dev.wau.testing.store.FailingObjectStore.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One step of a history. Numbers that point at nothing there is do nothing, so that any part of a history is one. */
sealed interface Operation {

    /** Whose exports. */
    List<String> CUSTOMERS = List.of("acme", "bolt");

    /** Does it. */
    void run(Site site);

    /** Whether the warehouse may be another one after it. */
    default boolean loads() {
        return false;
    }

    /** A new file, or another one under an old name: windows overlap, because the pool of events is small. */
    record Export(String customer, String name, int layout, List<Row> rows) implements Operation {
        @Override
        public void run(Site site) {
            site.exports().export(customer, name, Layout.ALL.get(layout), rows);
        }

        @Override
        public String toString() {
            return "export " + customer + "/" + name + " (" + Layout.ALL.get(layout) + ") " + rows;
        }
    }

    /** Exported again with one row less and some more. */
    record Change(String customer, String name, int layout, int drop, List<Row> added) implements Operation {
        @Override
        public void run(Site site) {
            site.exports().change(customer, name, Layout.ALL.get(layout), drop, added);
        }

        @Override
        public String toString() {
            return "export again " + customer + "/" + name + " (" + Layout.ALL.get(layout) + ") without row " + drop
                    + ", with " + added;
        }
    }

    /** Exported again as it was. */
    record GoBack(String customer, String name, int back) implements Operation {
        @Override
        public void run(Site site) {
            site.exports().goBack(customer, name, back);
        }

        @Override
        public String toString() {
            return "go back " + back + " versions of " + customer + "/" + name;
        }
    }

    /** The same file under another name; under its own, it is only touched. */
    record Copy(String customer, String from, String to) implements Operation {
        @Override
        public void run(Site site) {
            site.exports().copy(customer, from, to);
        }

        @Override
        public String toString() {
            return "copy " + customer + "/" + from + " to " + to;
        }
    }

    /** An export that will be refused. */
    record Spoil(String customer, String name, Spoiled spoiled) implements Operation {
        @Override
        public void run(Site site) {
            site.exports().spoil(customer, name, spoiled);
        }

        @Override
        public String toString() {
            return "spoil " + customer + "/" + name + ": " + spoiled.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The export goes away; what was aggregated of it stays. */
    record Remove(String customer, String name) implements Operation {
        @Override
        public void run(Site site) {
            site.exports().remove(customer, name);
        }

        @Override
        public String toString() {
            return "remove the export " + customer + "/" + name;
        }
    }

    /** A file put into the central bucket by hand. */
    record Put(String customer, String name, int layout, List<Row> rows) implements Operation {
        @Override
        public void run(Site site) {
            site.put(customer, name, Layout.ALL.get(layout % Layout.CENTRAL), rows);
        }

        @Override
        public String toString() {
            return "put csv/" + customer + "/" + name + " (" + Layout.ALL.get(layout % Layout.CENTRAL) + ") " + rows;
        }
    }

    /** A file of the central bucket copied there by hand. */
    record PutCopy(String customer, String from, String to) implements Operation {
        @Override
        public void run(Site site) {
            site.bucket().putCopy(customer, from, to);
        }

        @Override
        public String toString() {
            return "put csv/" + customer + "/" + to + " as a copy of " + from;
        }
    }

    /**
     * An aggregation.
     *
     * @param deadly the change at which it dies; 0 for none
     * @param minutes that the clock was put forward, or back
     */
    record Aggregate(int deadly, Moment moment, Set<String> failing, int minutes) implements Operation {
        @Override
        public void run(Site site) {
            site.bucket().clock(Duration.ofMinutes(minutes));
            site.bucket().aggregate(deadly, moment, failing);
        }

        @Override
        public String toString() {
            return "aggregate"
                    + (deadly == 0 ? "" : ", dies " + moment.name().toLowerCase(Locale.ROOT) + " change " + deadly)
                    + (failing.isEmpty() ? "" : ", can't list " + failing)
                    + (minutes == 0 ? "" : ", clock moved by " + minutes + " minutes");
        }
    }

    /** A marker's event: the first time, once more, late. */
    record Deliver(int marker, Fault fault) implements Operation {
        @Override
        public void run(Site site) {
            site.loads().deliver(marker, fault);
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "load marker " + marker + fault;
        }
    }

    /** All markers that no run has seen. */
    record DeliverPending(Loads.Order order) implements Operation {
        @Override
        public void run(Site site) {
            site.loads().deliverPending(order);
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "load pending markers, "
                    + order.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What {@code wau run} does. */
    record Round() implements Operation {
        @Override
        public void run(Site site) {
            site.bucket().aggregate();
            site.loads().deliverPending(Loads.Order.OLDEST_FIRST);
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "run";
        }
    }

    /** What stands there, without a marker. */
    record Listing(Fault fault) implements Operation {
        @Override
        public void run(Site site) {
            site.loads().listing(fault);
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "load a listing" + fault;
        }
    }

    /** Takes a file out. */
    record Unload(String customer, String name, Fault fault) implements Operation {
        @Override
        public void run(Site site) {
            site.unload(customer, name, fault);
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "unload " + customer + "/" + name + fault;
        }
    }

    /** Brings it back. */
    record Reload(String customer, String name, Fault fault) implements Operation {
        @Override
        public void run(Site site) {
            site.reload(customer, name, fault);
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "reload " + customer + "/" + name + fault;
        }
    }

    /** Two runs at once. */
    record Together(Operation one, Operation other) implements Operation {
        @Override
        public void run(Site site) {
            CompletableFuture<Void> aside = CompletableFuture.runAsync(() -> one.run(site));
            try {
                other.run(site);
            } finally {
                join(aside);
            }
        }

        private static void join(CompletableFuture<Void> aside) {
            try {
                aside.join();
            } catch (CompletionException e) {
                throw new AssertionError("the other of two runs at once failed: " + e.getCause(), e.getCause());
            }
        }

        @Override
        public boolean loads() {
            return true;
        }

        @Override
        public String toString() {
            return "at once: [" + one + "] and [" + other + "]";
        }
    }
}
