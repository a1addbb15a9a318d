package dev.wau.testing.activity;

import dev.wau.analyse.Windows;
import dev.wau.load.FileState;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link dev.wau.analyse.ActivityStore} looks at: the rows of a warehouse, as far as reports care.
 *
 * @param events rows of {@code wau_audit_logs}
 * @param files rows of {@code wau_files}
 * @param batches rows of {@code wau_batches} and {@code wau_batch_customers}
 * @param rejects how many rows {@code wau_rejects} has
 * @param restated rows of {@code wau_restatements}
 */
public record ActivityData(
        List<Event> events, List<File> files, List<Batch> batches, long rejects, List<Restated> restated) {

    public ActivityData {
        events = List.copyOf(events);
        files = List.copyOf(files);
        batches = List.copyOf(batches);
        restated = List.copyOf(restated);
    }

    /** Nothing is restated. */
    public ActivityData(List<Event> events, List<File> files, List<Batch> batches, long rejects) {
        this(events, files, batches, rejects, List.of());
    }

    /** Events alone. */
    public static ActivityData of(Event... events) {
        return new ActivityData(List.of(events), List.of(), List.of(), 0);
    }

    /** One row of {@code wau_audit_logs}. */
    public record Event(
            Customer customer,
            Instant time,
            String event,
            @Nullable String userId,
            FileId file) {

        /** An event of file 1. */
        public Event(Customer customer, Instant time, String event, @Nullable String userId) {
            this(customer, time, event, userId, new FileId(1));
        }
    }

    /**
     * One row of {@code wau_restatements}, as far as reports care.
     *
     * @param at when
     * @param week its first day
     */
    public record Restated(
            RunId run, Instant at, Customer customer, Windows calendar, LocalDate week, FileId file, ObjectKey key) {}

    /** One row of {@code wau_files}. */
    public record File(
            Customer customer,
            FileState state,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /**
     * One batch.
     *
     * @param batch its id
     */
    public record Batch(String batch, Instant completed, Set<Customer> expected) {

        public Batch {
            expected = Set.copyOf(expected);
        }
    }
}
