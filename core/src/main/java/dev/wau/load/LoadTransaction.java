package dev.wau.load;

import dev.wau.analyse.ActivityStore;
import dev.wau.complete.CompletionMarker;
import dev.wau.model.BatchId;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import dev.wau.progress.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything one run changes in a warehouse, visible together or not at all: rows, rejects, history. The caller's order
 * is look up, {@link #stage}, {@link #leave}, {@link #enter} and {@link #remember}, {@link #commit}. Used by one thread;
 * staging reads files on threads of its own. Cost follows the files named, not the tables' size.
 *
 * <p>Row identity: a fingerprint's number of rows in the table is the maximum over the loaded files that hold it. Each
 * record has an <em>occurrence</em>: its number, from 1, among the equal records of its file in line order. The table
 * holds one row for each (customer, event_hash, occurrence) that any loaded file has; of several candidates one carries
 * the row and the others stand in {@code wau_suppressed}, ready to take its place.
 *
 * <p>Errors: {@link dev.wau.model.WauException} with {@code WAREHOUSE_FAILED}, or {@code LIMIT_REACHED} where it needs
 * more than it was given; after any error only {@link #close} helps.
 */
public interface LoadTransaction extends AutoCloseable {

    /** All versions the history knows of these keys, newest change last. */
    List<HistoryFile> versions(Collection<ObjectKey> keys);

    /** Files in state {@code loaded} with one of these contents, of all customers: one look-up, however many there are. */
    List<HistoryFile> loaded(Set<Sha256> contents);

    /** A number for a version the history hasn't seen. */
    FileId nextFileId();

    /**
     * Reads these files into staging, several at once. A refused file leaves nothing staged.
     *
     * @param progress advanced as bytes and files are read
     * @return one result for each file, in the given order
     */
    List<StagedFile> stage(List<FileToLoad> files, Progress.Stage progress);

    /**
     * Takes loaded files out: their rows, suppressed rows and rejects leave, suppressed rows of other files come back in
     * their place. A copy of a leaving file takes over its rows instead.
     *
     * @param state {@link FileState#SUPERSEDED}, {@link FileState#UNLOADED} or {@link FileState#FAILED}; {@link
     *     FileState#LOADED} for files that enter again in this transaction: their copies stay their copies
     * @return the files that carry more rows now: the copies, and those of suppressed rows that came back
     */
    List<HistoryFile> leave(Collection<FileId> files, FileState state);

    /**
     * Staged files become rows, de-duplicated against the table and each other, with their rejects and a history row in
     * state {@code loaded}. Staged files that are not named here are dropped.
     *
     * @return the accounting of each file, in the given order
     */
    List<FileCounts> enter(List<StagedFile> files);

    /**
     * Writes a history row for a version without rows; at the latest when this transaction looks at the history, or commits.
     * Only then does it fail where the version has rows.
     *
     * @param state {@link FileState#COPY}, {@link FileState#FAILED}, or, for a known version, any state without rows
     * @param error why it failed; null unless it did
     * @param copyOf the loaded file; null unless a copy
     */
    void remember(FileId id, FileVersion version, FileState state, @Nullable String error, @Nullable FileId copyOf);

    /**
     * Says anew what aggregation rejected of a live file's source, when a later batch brings the same content: the source
     * changed in records that can't be read. The file's accounting follows; a copy has one of its own for these.
     *
     * @param version the known version, with the later batch
     * @param rejected how many
     * @param rejects the first of them
     */
    void sourceRejects(FileId file, FileVersion version, long rejected, List<Reject> rejects);

    /**
     * Enters the marker's batch, with its customers' outcomes, into {@code wau_batches}; a known one stays as it is.
     *
     * @return whether it was new
     */
    boolean remember(CompletionMarker marker);

    /** Takes a batch out of {@code wau_batches}, as if its marker had never been loaded. */
    void forget(BatchId batch);

    /** The numbers as they will be after the commit: sees what this transaction changed so far. Not thread-safe. */
    ActivityStore activity();

    /** Enters restatements of this run into {@code wau_restatements}. */
    void remember(List<Restatement> restatements);

    /**
     * Commits. {@link CommitOutcome#UNKNOWN} if the reply was lost.
     *
     * @param summary for the run's history row
     * @throws dev.wau.model.WauException WAREHOUSE_FAILED: the warehouse refused, and everything is as before; the message
     *     has its reason
     */
    CommitOutcome commit(String summary);

    /** Rolls back unless committed. */
    @Override
    void close();
}
