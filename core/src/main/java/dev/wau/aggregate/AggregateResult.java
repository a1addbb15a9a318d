package dev.wau.aggregate;

import dev.wau.collect.CentralNames;
import dev.wau.complete.CustomerOutcome;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregation did. Sums are over the whole batch; where an interrupted one went on, that is more than this run
 * has read.
 *
 * @param batch its id; null if nothing was new
 * @param marker where its completion marker stands; null if there is none: nothing was new, a customer failed, or the
 *     batch is unfinished
 * @param customers every expected customer with its outcome, by name
 * @param files copied into {@code csv/}
 * @param resumed files of the batch, copied or refused, that other runs had done
 * @param touched files that were read again and hold what an earlier batch brought
 * @param sourceBytes read from the sources by this run
 * @param bytes of the aggregated files
 * @param records in the aggregated files
 * @param rejected records of the same files that didn't enter them; those of refused files don't count
 * @param refusals files that were refused as a whole; their messages may quote the header, so they are for the terminal
 * @param left files that changed or went away while they were read: for the next batch
 * @param layouts different headers among the aggregated files
 * @param removed for each column that was dropped as personal data: from how many files
 * @param reexports files whose name an earlier batch brought with other content
 * @param waiting what is still to do before the batch has its marker; null if nothing is
 * @param silences how long each expected customer has brought nothing, the longest first; none unless this run
 *     {@link #endedHere}
 * @param took how long this run took
 */
public record AggregateResult(
        @Nullable BatchId batch,
        @Nullable ObjectKey marker,
        List<CustomerOutcome> customers,
        long files,
        long resumed,
        long touched,
        long sourceBytes,
        long bytes,
        long records,
        long rejected,
        List<SourceNote> refusals,
        List<SourceNote> left,
        int layouts,
        SortedMap<String, Integer> removed,
        List<ObjectKey> reexports,
        @Nullable Waiting waiting,
        List<Silence> silences,
        Duration took) {

    public AggregateResult {
        customers = List.copyOf(customers);
        refusals = List.copyOf(refusals);
        left = List.copyOf(left);
        removed = new TreeMap<>(removed);
        reexports = List.copyOf(reexports);
        silences = List.copyOf(silences);
    }

    /** Whether there was nothing to do. */
    public boolean nothingNew() {
        return batch == null && waiting == null;
    }

    /** Whether the batch is still in progress: the time was over, or other runs are at work on its parts. */
    public boolean unfinished() {
        return waiting != null;
    }

    /**
     * Whether this run found how the batch ends: with the marker that it wrote, without any news, or, for now, without a
     * marker because a customer failed. Not so where the time was over, where parts are at work, and where another run
     * ended it: so a batch with a marker is told by one run alone.
     */
    public boolean endedHere() {
        return !silences.isEmpty();
    }

    /** The same, of a batch that came to nothing. */
    AggregateResult withoutBatch() {
        return new AggregateResult(
                null,
                null,
                customers,
                files,
                resumed,
                touched,
                sourceBytes,
                bytes,
                records,
                rejected,
                refusals,
                left,
                layouts,
                removed,
                reexports,
                waiting,
                silences,
                took);
    }

    /** Customers whose source could not be read. */
    public List<CustomerOutcome> failed() {
        return customers.stream()
                .filter(customer -> customer.outcome() == CustomerOutcome.Outcome.FAILED)
                .toList();
    }

    /**
     * What an unfinished batch waits for. All zero: only the marker is to be written.
     *
     * @param customers whose sources there was no time to list
     * @param files known, and not read to their end
     * @param bytes of these files, in the sources
     * @param parts that are not done, when this is about a batch in parts; what waits inside of them isn't told then
     */
    public record Waiting(int customers, long files, long bytes, int parts) {}

    /**
     * Something to say about one file of a source.
     *
     * @param name in the source
     * @param code stable: a {@link dev.wau.model.RefusalReason}'s, or {@code changed} or {@code gone}
     * @param message for a person
     */
    public record SourceNote(Customer customer, String name, String code, String message) {

        /** Where it is, or would be, in the central bucket. */
        public ObjectKey key() {
            return ObjectKey.aggregated(customer, CentralNames.of(name));
        }
    }
}
