package dev.wau.aggregate;

import dev.wau.complete.CustomerOutcome;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Files for which the time of a run may not be enough, and what is remembered of them: {@code
 * state/aggregate/tried/<customer>.jsonl}. A file that two runs gave up, each after it had at least half of their time,
 * fails its customer, until a run has more time. So it is not tried for ever, and the others go on.
 *
 * <p>For one run; thread-safe.
 */
final class LargeFiles {

    private static final String FOLDER = "state/aggregate/tried/";
    private static final String EXTENSION = ".jsonl";
    private static final int ENOUGH_TRIES = 2;

    private final StateFiles state;
    private final Duration limit;
    private final Map<FileWork, FileTry> tries = new ConcurrentHashMap<>();
    private final Set<CustomerWork> changed = ConcurrentHashMap.newKeySet();

    private LargeFiles(StateFiles state, Duration limit) {
        this.state = state;
        this.limit = limit;
    }

    /** What earlier runs tried; a run with all the time of the world doesn't ask. */
    static LargeFiles read(StateFiles state, RunTime time, List<CustomerWork> customers) {
        LargeFiles large = new LargeFiles(state, time.left());
        if (time.isLimited()) {
            Set<ObjectKey> there = new HashSet<>(state.keys(FOLDER));
            customers.stream()
                    .filter(work -> there.contains(key(work.customer())))
                    .forEach(large::read);
        }
        return large;
    }

    private void read(CustomerWork work) {
        Map<String, FileTry> known = new TreeMap<>();
        state.read(key(work.customer()), json -> {
            FileTry tried = FileTry.read(json);
            known.put(tried.name(), tried);
        });
        for (FileWork file : work.files()) {
            FileTry tried = known.get(file.file().name());
            if (tried != null && tried.mark().equals(file.file().version())) {
                tries.put(file, tried);
            }
        }
    }

    /**
     * Those to read now, in this order: first what was given up before, since it needs the whole time, then the small
     * before the large. Customers whose file is too large fail.
     */
    List<FileWork> inOrder(List<FileWork> files) {
        List<FileWork> order = new ArrayList<>(files);
        order.removeIf(this::isTooLarge);
        order.sort(Comparator.comparing((FileWork work) -> !tries.containsKey(work))
                .thenComparing(work -> work.file().bytes()));
        return order;
    }

    private boolean isTooLarge(FileWork work) {
        FileTry tried = tries.get(work);
        if (tried == null || tried.tries() < ENOUGH_TRIES || tried.hadLessThan(limit)) {
            return false;
        }
        work.customer().fail(message(work, tried));
        return true;
    }

    private static String message(FileWork work, FileTry tried) {
        return String.format(
                Locale.ROOT,
                "Cannot aggregate '%s' (%,d bytes) in the time of a run: %d runs with up to %,d s for reading were over"
                        + " before its end. Run 'wau aggregate' where time has no limit, or give the function more memory or time.",
                work.file().name(),
                work.file().bytes(),
                tried.tries(),
                tried.limit().toSeconds());
    }

    /**
     * The time was over while the file was read.
     *
     * @param given how much of the run's time it had
     * @return whether that counts as a try
     */
    boolean gaveUp(FileWork work, Duration given) {
        FileTry none = new FileTry(work.file().name(), work.file().version(), 0, Duration.ZERO);
        FileTry before = tries.getOrDefault(work, none);
        boolean counts = given.multipliedBy(2).compareTo(limit) >= 0;
        tries.put(work, counts ? before.again(limit) : before);
        changed.add(work.customer());
        return counts;
    }

    /** The file was read to its end. */
    void done(FileWork work) {
        tries.remove(work);
    }

    /** Remembers what this run gave up. */
    void write() {
        for (CustomerWork customer : changed) {
            state.write(key(customer.customer()), json -> {
                for (Map.Entry<FileWork, FileTry> entry : tries.entrySet()) {
                    if (entry.getKey().customer().equals(customer)) {
                        entry.getValue().write(json);
                    }
                }
            });
        }
    }

    /** Forgets what isn't needed any more: a batch is complete. */
    static void forget(StateFiles state, List<CustomerOutcome> outcomes) {
        Set<ObjectKey> failed = new HashSet<>();
        outcomes.stream()
                .filter(outcome -> outcome.outcome() == CustomerOutcome.Outcome.FAILED)
                .forEach(outcome -> failed.add(key(outcome.customer())));
        state.keys(FOLDER).stream().filter(Predicate.not(failed::contains)).forEach(state::delete);
    }

    private static ObjectKey key(Customer customer) {
        return new ObjectKey(FOLDER + customer.name() + EXTENSION);
    }
}
