package dev.wau.aggregate;

import dev.wau.model.Customer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregation would do now, without doing it.
 *
 * @param customers by name
 * @param pending files that the batch in progress has copied already and whose marker is still to come
 */
public record AggregatePlan(List<PlannedCustomer> customers, long pending) {

    public AggregatePlan {
        customers = List.copyOf(customers);
    }

    /** Files that would be read. */
    public long files() {
        return customers.stream().mapToLong(customer -> customer.files().size()).sum();
    }

    /** Their size in the sources. */
    public long bytes() {
        return customers.stream()
                .flatMap(customer -> customer.files().stream())
                .mapToLong(PlannedFile::bytes)
                .sum();
    }

    /** Why a file would be read. */
    public enum Change {
        /** Never seen. */
        NEW,
        /** Another version than the one that was read. */
        CHANGED,
        /** The configuration says now that its files are read another way. */
        RULES,
        /** Its object in {@code csv/} is gone or isn't the one that was written. */
        RESTORED
    }

    /**
     * One customer.
     *
     * @param unchanged files that would not be read
     * @param error why its source can't be listed; null if it can
     */
    public record PlannedCustomer(
            Customer customer,
            List<PlannedFile> files,
            long unchanged,
            @Nullable String error) {

        public PlannedCustomer {
            files = List.copyOf(files);
        }
    }

    /**
     * One file.
     *
     * @param name in the source
     * @param bytes in the source
     * @param newColumns columns of its aggregated file that the customer's files never had
     * @param refusal why it would be refused, as far as its header tells; null if it wouldn't
     */
    public record PlannedFile(
            String name,
            Change change,
            long bytes,
            List<String> newColumns,
            @Nullable String refusal) {

        public PlannedFile {
            newColumns = List.copyOf(newColumns);
        }
    }
}
