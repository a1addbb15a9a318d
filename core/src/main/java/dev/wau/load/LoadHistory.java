package dev.wau.load;

import dev.wau.csv.RowIdentity;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.RejectReason;
import dev.wau.model.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the load history: what is loaded, from where, by which run. Thread-safe; sees committed work only. */
public interface LoadHistory {

    /** What makes rows of different files equal here; empty before the first run. */
    Optional<RowIdentity> identity();

    /** File versions, by key, then newest change last. */
    List<HistoryFile> files(Filter filter);

    /** Rejected records, by file and line. */
    List<HistoryReject> rejects(Filter filter);

    /**
     * Records that the load itself rejected of these files, by file and line: a page of them, for {@code wau verify}.
     *
     * @param after later files, or later lines of this one
     * @param line of that file
     * @param limit rows at the most
     */
    List<HistoryReject> loadRejects(Collection<FileId> files, FileId after, long line, int limit);

    /** Batches, oldest first. */
    List<HistoryBatch> batches();

    /** Runs, in the order of their commits, whatever the machine's clock said. */
    List<HistoryRun> runs();

    /**
     * Restatements, newest last; of too many the newest. A filter's key means those with a change of that file, its
     * state nothing.
     */
    List<HistoryRestatement> restatements(Filter filter);

    /**
     * Until when the data of these customers goes: their newest loaded event, or the end of their last restated week if
     * that is later, so that a week once restated stays reported. Customers without either have no entry.
     */
    Map<Customer, Instant> reached(Collection<Customer> customers);

    /** The rows of these files, loaded and suppressed, by file and line: for {@code wau verify}. Close it. */
    FileRows rows(Collection<FileId> files);

    /** The rows of one file. */
    default FileRows rows(FileId file) {
        return rows(List.of(file));
    }

    /**
     * Damage that shows inside the tables alone: rows without a history row, two rows with one (customer, event_hash,
     * occurrence), counts that don't add up. One message for each finding.
     */
    List<String> inconsistencies();

    /**
     * Which rows of the history.
     *
     * @param customer of this customer; null for all
     * @param key of a key that is this or ends in {@code /} and this; null for all
     * @param state in this state; null for all
     * @param limit rows at the most
     */
    record Filter(
            @Nullable String customer,
            @Nullable String key,
            @Nullable FileState state,
            int limit) {

        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null, Integer.MAX_VALUE);
    }

    /**
     * One row of {@code wau_rejects}.
     *
     * @param file whose record
     * @param stage {@code aggregate}: {@code line} counts in the source's file; {@code load}: in the aggregated file
     * @param line of the record's first byte
     * @param raw the record's text, bounded; null where it must not be kept
     */
    record HistoryReject(
            HistoryFile file,
            String stage,
            long line,
            RejectReason reason,
            String message,
            @Nullable String raw) {}

    /**
     * One row of {@code wau_batches}.
     *
     * @param expected how many customers were expected
     * @param arrived how many of them did not fail
     */
    record HistoryBatch(BatchId batch, Instant started, Instant completed, int expected, int arrived, RunId run) {}

    /**
     * One restatement.
     *
     * @param changed when its run was done
     */
    record HistoryRestatement(Restatement restatement, Instant changed) {}

    /** One row of {@code wau_runs}. */
    record HistoryRun(
            RunId run, LoadRun.Kind kind, @Nullable BatchId batch, Instant started, Instant ended, String summary) {}
}
