package dev.wau.aggregate;

import dev.wau.complete.MarkerFile;
import dev.wau.model.Customer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One file that the batch in progress is done with.
 *
 * @param customer whose
 * @param ledger what will be remembered once the batch has its marker
 * @param file what the marker will say; null if the file was touched but holds what an earlier batch brought
 * @param removed columns that were dropped as personal data
 * @param replaced whether other content stood under its name in an earlier batch
 */
record JournalEntry(
        Customer customer, LedgerEntry ledger, @Nullable MarkerFile file, List<String> removed, boolean replaced) {

    JournalEntry {
        removed = List.copyOf(removed);
    }

    /** The same, with the lists of names that others have too. */
    JournalEntry sharing(UnaryOperator<List<String>> names) {
        MarkerFile shared = file == null ? null : file.withHeader(names.apply(file.header()));
        return new JournalEntry(customer, ledger, shared, names.apply(removed), replaced);
    }
}
