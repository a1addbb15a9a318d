package dev.wau.aggregate;

import dev.wau.collect.CentralNames;
import dev.wau.collect.SourceFile;
import dev.wau.config.CustomerConfig;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.StoredObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the customers' sources and finds what is new or changed: what neither the ledger nor the batch in progress
 * covers, and what the ledger covers but doesn't stand in {@code csv/} as it says.
 */
final class Inventory {

    private final Aggregator.Setting setting;
    private final Ledgers ledgers;
    private final RunTime time;

    Inventory(Aggregator.Setting setting, Ledgers ledgers, RunTime time) {
        this.setting = setting;
        this.ledgers = ledgers;
        this.time = time;
    }

    /** By the customers' names; those for which there was no time are left out. Many are listed at a time. */
    List<CustomerWork> take(List<CustomerConfig> customers, Batch batch) {
        ConcurrentSkipListMap<Customer, CustomerWork> works = new ConcurrentSkipListMap<>();
        Workers.forEach(setting.waitingThreads(), customers, customer -> {
            CustomerWork work = time.isOver() ? null : take(customer, batch);
            if (work != null) {
                works.put(customer.customer(), work);
            }
        });
        return List.copyOf(works.values());
    }

    private @Nullable CustomerWork take(CustomerConfig customer, Batch batch) {
        Ledger ledger = ledgers.read(customer.customer());
        String rules = RulesDigest.of(setting.config(), customer);
        CustomerWork work = new CustomerWork(customer, setting.sources().apply(customer), rules, ledger);
        Map<ObjectKey, String> there = etags(work);
        try {
            return list(work, batch, there) ? work : null;
        } catch (WauException e) {
            work.fail(String.valueOf(e.getMessage()));
            return work;
        }
    }

    /** Whether there was time to list it to its end. */
    private boolean list(CustomerWork work, Batch batch, Map<ObjectKey, String> there) {
        List<FileWork> files = new ArrayList<>();
        Set<ObjectKey> keys = new HashSet<>();
        long unchanged = 0;
        try (Stream<SourceFile> listing = work.source().list()) {
            for (SourceFile file : (Iterable<SourceFile>) listing::iterator) {
                if (time.isOver()) {
                    return false;
                }
                ObjectKey key = key(work.customer(), file);
                if (!keys.add(key)) {
                    throw twoOfOneName(file, key);
                }
                AggregatePlan.Change change =
                        change(work, file, batch.find(work.customer(), file.name()), there.get(key));
                if (change == null) {
                    unchanged++;
                } else {
                    files.add(new FileWork(work, file, change));
                }
            }
        }
        work.found(files, unchanged);
        return true;
    }

    private static AggregatePlan.@Nullable Change change(
            CustomerWork work, SourceFile file, @Nullable JournalEntry pending, @Nullable String there) {
        if (pending != null) {
            // What the batch in progress says of a file must be true when its marker is written.
            return stands(pending.ledger(), work, file, there) ? null : AggregatePlan.Change.CHANGED;
        }
        LedgerEntry known = work.ledger().find(file.name());
        if (known == null) {
            return AggregatePlan.Change.NEW;
        }
        if (stands(known, work, file, there)) {
            return null;
        }
        if (!known.mark().equals(file.version())) {
            return AggregatePlan.Change.CHANGED;
        }
        return known.rules().equals(work.rules()) ? AggregatePlan.Change.RESTORED : AggregatePlan.Change.RULES;
    }

    private static boolean stands(LedgerEntry entry, CustomerWork work, SourceFile file, @Nullable String there) {
        return entry.covers(file.version(), work.rules())
                && (entry.refusal() != null || entry.etag().equals(there));
    }

    private Map<ObjectKey, String> etags(CustomerWork work) {
        Map<ObjectKey, String> etags = new HashMap<>();
        try (Stream<StoredObject> objects =
                setting.central().list("csv/" + work.customer().name() + "/")) {
            objects.forEach(object -> {
                etags.put(object.key(), object.version());
                work.stands(object.modified());
            });
        }
        return etags;
    }

    private static ObjectKey key(Customer customer, SourceFile file) {
        return ObjectKey.aggregated(customer, CentralNames.of(file.name()));
    }

    private static WauException twoOfOneName(SourceFile file, ObjectKey key) {
        return new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot aggregate '" + file.name() + "': another file of the source is called " + key
                        + " too (a compressed file is named with '.csv' at its end). Rename one of the two.");
    }
}
