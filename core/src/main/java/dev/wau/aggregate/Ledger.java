package dev.wau.aggregate;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a customer's files: those of published batches. Not thread-safe while it changes.
 *
 * @param entries by the name in the source
 * @param columns every column name seen in the customer's aggregated files
 */
record Ledger(TreeMap<String, LedgerEntry> entries, SortedSet<String> columns) {

    static Ledger empty() {
        return new Ledger(new TreeMap<>(), new TreeSet<>());
    }

    @Nullable
    LedgerEntry find(String name) {
        return entries.get(name);
    }

    void add(Collection<JournalEntry> done) {
        for (JournalEntry entry : done) {
            entries.put(entry.ledger().name(), entry.ledger());
            if (entry.file() != null) {
                columns.addAll(entry.file().header());
            }
        }
    }

    /** The entries in the order of their names. */
    Map<String, LedgerEntry> sorted() {
        return entries;
    }
}
