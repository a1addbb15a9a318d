package dev.wau.testing.warehouse;

import dev.wau.model.Customer;
import dev.wau.model.FileId;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One good record of a loaded file, whether or not it carries its row.
 *
 * @param text its text columns, {@code details} included; absent ones are missing
 */
record MemoryRow(
        Customer customer,
        FileId file,
        long line,
        long timeMicros,
        UUID eventHash,
        int occurrence,
        SortedMap<String, String> text) {

    /** What only one row of the table may have. */
    record Identity(Customer customer, UUID eventHash, int occurrence) {}

    Identity identity() {
        return new Identity(customer, eventHash, occurrence);
    }

    MemoryRow of(FileId other) {
        return new MemoryRow(customer, other, line, timeMicros, eventHash, occurrence, text);
    }
}
