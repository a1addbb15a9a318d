package dev.wau.aggregate;

import dev.wau.complete.MarkerFile;
import dev.wau.csv.RejectSink;
import dev.wau.model.BatchId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.ObjectKey;
import dev.wau.model.RefusalReason;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what there is to say of one file, and says it as the journal's entry. Not thread-safe. */
final class FileReport implements RejectSink {

    /** How many of a file's rejects its marker names. */
    static final int MAX_REJECTS = 10_000;

    private final FileWork work;
    private final ObjectKey key;
    private final BatchId batch;
    private final @Nullable LedgerEntry known;
    private final boolean pending;
    private final List<Reject> rejects = new ArrayList<>();
    private long read;
    private long rejected;

    FileReport(FileWork work, ObjectKey key, Batch batch) {
        this.work = work;
        this.key = key;
        this.batch = Objects.requireNonNull(batch.head()).id();
        this.known = work.customer().ledger().find(work.file().name());
        JournalEntry before = batch.find(work.customer().customer(), work.file().name());
        this.pending = before != null && before.file() != null;
    }

    ObjectKey key() {
        return key;
    }

    /** What earlier batches brought under this name; null if nothing. */
    @Nullable
    LedgerEntry known() {
        return known;
    }

    @Override
    public void accept(Reject reject) {
        if (rejects.size() < MAX_REJECTS) {
            rejects.add(reject.withoutText());
        }
    }

    void counted(long recordsRead, long recordsRejected) {
        read = recordsRead;
        rejected = recordsRejected;
    }

    /** Refuses the file if too large a share of its records was rejected. */
    void requireFewRejects(double maxRatio) {
        if (rejected > maxRatio * read) {
            Reject first = rejects.get(0);
            throw new FileRefusedException(
                    RefusalReason.TOO_MANY_REJECTS,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d records rejected, more than max-reject-ratio allows (%s); the first on line %d: %s,"
                                    + " %s. Is the source's dialect or time format right?",
                            rejected,
                            read,
                            maxRatio,
                            first.line(),
                            first.reason().code(),
                            first.message()));
        }
    }

    JournalEntry copied(CentralFile.Written file, long bytes, Sha256 sha256, String etag) {
        MarkerFile said = new MarkerFile(
                work.customer().customer(),
                key,
                work.file().name(),
                bytes,
                sha256,
                etag,
                file.records(),
                file.columns().header(),
                file.firstEvent(),
                file.lastEvent(),
                rejected,
                rejects,
                null);
        return entry(said, file.columns().removed());
    }

    /**
     * The file was refused.
     *
     * @param sha256 of the source's file
     */
    JournalEntry refused(FileRefusedException refused, Sha256 sha256) {
        // Where the file as a whole is at fault, its records say nothing.
        boolean byRecords = refused.reason() == RefusalReason.TOO_MANY_REJECTS;
        MarkerFile said = new MarkerFile(
                work.customer().customer(),
                key,
                work.file().name(),
                work.file().bytes(),
                sha256,
                "",
                0,
                List.of(),
                null,
                null,
                byRecords ? rejected : 0,
                byRecords ? rejects : List.of(),
                SafeRefusal.of(refused));
        return entry(said, List.of());
    }

    private JournalEntry entry(MarkerFile said, List<String> removed) {
        LedgerEntry now = new LedgerEntry(
                work.file().name(),
                work.file().version(),
                work.customer().rules(),
                work.file().bytes(),
                said.sha256(),
                said.version(),
                said.rejected(),
                said.refusal() == null ? null : said.refusal().code(),
                batch);
        // An entry of this batch must be replaced even by what the ledger knows: its marker would say the other thing.
        if (known != null && !pending && known.saysTheSame(said)) {
            LedgerEntry seen = known.seenAs(now.mark(), now.rules(), now.bytes());
            return new JournalEntry(work.customer().customer(), seen, null, removed, false);
        }
        boolean replaced = known != null
                && known.refusal() == null
                && said.refusal() == null
                && !known.sha256().equals(said.sha256());
        return new JournalEntry(work.customer().customer(), now, said, removed, replaced);
    }
}
