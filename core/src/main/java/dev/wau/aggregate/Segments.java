package dev.wau.aggregate;

import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered objects of a journal: {@code state/aggregate/batch/<id>.<number>.jsonl}, of a part's {@code
 * <id>.part-<part>.<number>.jsonl}. None is ever replaced: of two runs that believe to be the only one (one has lost its
 * hold and doesn't know yet) neither takes away what the other wrote. Thread-safe.
 */
final class Segments {

    /** No folder for each batch: a local one would stay, empty. */
    static final String FOLDER = "state/aggregate/batch/";

    private static final Pattern NUMBER = Pattern.compile("([0-9]{9})\\.jsonl");

    private final StateFiles state;
    private final String infix;
    private final Predicate<Customer> owners;

    private Segments(StateFiles state, String infix, Predicate<Customer> owners) {
        this.state = state;
        this.infix = infix;
        this.owners = owners;
    }

    /** Of a batch that one run does. */
    static Segments whole(StateFiles state) {
        return new Segments(state, ".", customer -> true);
    }

    /**
     * Of one part of a batch. What stands there of others' customers, left by a run that died while it divided the batch
     * another way, doesn't count.
     */
    static Segments part(StateFiles state, PartPlan plan, int number) {
        Set<Customer> owners = Set.copyOf(plan.customers(number));
        return new Segments(state, String.format(Locale.ROOT, ".part-%05d.", number), owners::contains);
    }

    /** All that a batch has. */
    static List<Segments> all(StateFiles state, Batch.Head head) {
        PartPlan plan = head.parts();
        if (plan == null) {
            return List.of(whole(state));
        }
        List<Segments> parts = new ArrayList<>();
        for (int number = 1; number <= plan.size(); number++) {
            parts.add(part(state, plan, number));
        }
        return parts;
    }

    /**
     * Adds what they say to the batch; of two entries of one file the later counts.
     *
     * @return the last one's number, 0 if there is none
     */
    long read(BatchId id, Batch batch) {
        long last = 0;
        for (ObjectKey segment : keys(id)) {
            state.read(segment, json -> {
                JournalEntry entry = JournalEntryJson.read(json);
                if (owners.test(entry.customer())) {
                    batch.add(entry);
                }
            });
            last = number(id, segment);
        }
        return last;
    }

    /**
     * Writes one, unless this number is taken.
     *
     * @return whether this call wrote it
     */
    boolean create(BatchId id, long number, List<JournalEntry> entries) {
        ObjectKey key = new ObjectKey(prefix(id) + String.format(Locale.ROOT, "%09d.jsonl", number));
        return state.create(key, json -> {
            for (JournalEntry entry : entries) {
                JournalEntryJson.write(json, entry);
            }
        });
    }

    void delete(BatchId id) {
        keys(id).forEach(state::delete);
    }

    /** What stands there of a batch and of those before it. */
    static List<ObjectKey> until(StateFiles state, BatchId id) {
        List<ObjectKey> keys = state.keys(FOLDER);
        // Ids sort by time, and no name goes on with what sorts behind '~'.
        keys.removeIf(key -> key.path().compareTo(FOLDER + id + "~") > 0);
        return keys;
    }

    private List<ObjectKey> keys(BatchId id) {
        List<ObjectKey> keys = state.keys(prefix(id));
        keys.removeIf(key -> number(id, key) == 0);
        return keys;
    }

    private String prefix(BatchId id) {
        return FOLDER + id + infix;
    }

    /** The segment's number, or 0 if it is of another journal. */
    private long number(BatchId id, ObjectKey segment) {
        Matcher number = NUMBER.matcher(segment.path().substring(prefix(id).length()));
        return number.matches() ? Long.parseLong(number.group(1)) : 0;
    }
}
