package dev.wau.aggregate;

import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A batch in progress: its id and start, once it has begun, and the files it is done with. Of two entries of one file
 * the later counts. Thread-safe.
 */
final class Batch {

    private final TreeMap<Customer, TreeMap<String, JournalEntry>> done = new TreeMap<>();

    /** Files have few different headers: each is held once. */
    private final Map<List<String>, List<String>> names = new HashMap<>();

    private @Nullable Head head;

    /**
     * A batch that has begun.
     *
     * @param started by the clock, or as its id says
     * @param parts how its customers are divided; null if one run does them all
     */
    record Head(BatchId id, Instant started, @Nullable PartPlan parts) {

        Head inParts(PartPlan plan) {
            return new Head(id, started, plan);
        }
    }

    /** A batch in progress, with all that its journal says. */
    static Batch read(RunContext context, Head head) {
        Batch batch = new Batch();
        batch.begin(head);
        List<Segments> journals = Segments.all(context.state(), head);
        Workers.forEach(context.setting().waitingThreads(), journals, journal -> journal.read(head.id(), batch));
        return batch;
    }

    synchronized @Nullable Head head() {
        return head;
    }

    synchronized void begin(Head newHead) {
        head = newHead;
    }

    synchronized void add(JournalEntry entry) {
        done.computeIfAbsent(entry.customer(), customer -> new TreeMap<>())
                .put(entry.ledger().name(), entry.sharing(this::shared));
    }

    private List<String> shared(List<String> list) {
        List<String> known = names.putIfAbsent(list, list);
        return known == null ? list : known;
    }

    synchronized @Nullable JournalEntry find(Customer customer, String name) {
        TreeMap<String, JournalEntry> files = done.get(customer);
        return files == null ? null : files.get(name);
    }

    /** Customers with entries. */
    synchronized SortedSet<Customer> customers() {
        return new TreeSet<>(done.keySet());
    }

    /** A customer's entries, by name. */
    synchronized Collection<JournalEntry> of(Customer customer) {
        TreeMap<String, JournalEntry> files = done.get(customer);
        return files == null ? List.of() : List.copyOf(files.values());
    }

    /** All entries, by customer and name. */
    synchronized List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        done.values().forEach(files -> entries.addAll(files.values()));
        return entries;
    }
}
