package dev.wau.aggregate;

import dev.wau.collect.CentralNames;
import dev.wau.collect.SourceFile;
import dev.wau.config.WauConfig;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.model.Digests;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Brings one file of a source into the central bucket. Thread-safe. */
final class FileCopier {

    /** From so many bytes on, a file is worth a thread of its own for what it becomes. */
    private static final long LARGE = 32 << 20;

    private final WauConfig config;
    private final ObjectStore central;
    private final CentralContent content;
    private final Semaphore cores;
    private final RunTime time;
    private final Progress.Stage stage;

    /** For any number of threads; as many of them read at a time as there are cores, the others wait for the store. */
    FileCopier(Aggregator.Setting setting, RunTime time, Progress.Stage stage) {
        this.config = setting.config();
        this.central = setting.central();
        this.content = new CentralContent(central, time);
        this.cores = new Semaphore(setting.threads());
        this.time = time;
        this.stage = stage;
    }

    /**
     * Copies the file, unless it is refused, changes meanwhile, can't be read, or the time is over.
     *
     * @throws WauException the central bucket failed
     */
    FileOutcome copy(FileWork work, Batch batch) {
        SourceFile file = work.file();
        SourceInput bytes;
        try {
            bytes = new SourceInput(work.customer().source().read(file), time, stage, file.bytes());
        } catch (WauException e) {
            stage.advance(file.bytes(), 1);
            return sourceFailed(work, e);
        }
        try (SourceInput input = bytes) {
            FileOutcome outcome = copy(work, batch, input);
            input.finish();
            return outcome;
        } catch (SourceInput.Failed e) {
            return e.reason() instanceof TimedInput.TimeOver
                    ? new FileOutcome.GivenUp(bytes.given())
                    : sourceFailed(work, e);
        } catch (TimedInput.TimeOver e) {
            return new FileOutcome.GivenUp(bytes.given());
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key(work) + ": " + e.getMessage(), e);
        }
    }

    private FileOutcome copy(FileWork work, Batch batch, SourceInput input) throws IOException {
        FileReport report = new FileReport(work, key(work), batch);
        try {
            return copy(work, report, input);
        } catch (FileRefusedException e) {
            input.requireSound();
            FileOutcome left = changed(work);
            return left != null ? left : refused(work, report, e);
        }
    }

    private FileOutcome copy(FileWork work, FileReport report, SourceInput input) throws IOException {
        try (ObjectStore.Write write = central.write(report.key())) {
            DigestedOutput out = new DigestedOutput(write);
            CentralFile.Written file = read(work, report, input, out);
            FileOutcome left = changed(work);
            if (left != null) {
                return left;
            }
            Sha256 sha256 = out.sha256();
            String etag = content.commit(write, report, out.count(), sha256);
            return new FileOutcome.Done(report.copied(file, out.count(), sha256, etag));
        }
    }

    private CentralFile.Written read(FileWork work, FileReport report, SourceInput input, DigestedOutput out)
            throws IOException {
        input.await();
        cores.acquireUninterruptibly();
        try (OutputStream target = work.file().bytes() < LARGE ? out : new OverlappedOutput(out);
                AuditLogReader reader = AuditLogReader.open(input, rules(config, work), report)) {
            CentralFile.Written file = CentralFile.write(reader, work.customer().customer(), target);
            report.counted(reader.recordsRead(), reader.recordsRejected());
            report.requireFewRejects(config.policies().maxRejectRatio());
            return file;
        } finally {
            cores.release();
        }
    }

    private FileOutcome refused(FileWork work, FileReport report, FileRefusedException refused) throws IOException {
        try (InputStream again = work.customer().source().read(work.file());
                SourceInput input = new SourceInput(again, time, Progress.NONE.start("aggregate", -1, -1), 0)) {
            return new FileOutcome.Done(report.refused(refused, Digests.sha256(input)));
        } catch (WauException e) {
            return sourceFailed(work, e);
        }
    }

    private FileOutcome sourceFailed(FileWork work, Exception cause) {
        FileOutcome left = changed(work);
        return left != null
                ? left
                : new FileOutcome.SourceFailed("'" + work.file().name() + "': " + cause.getMessage());
    }

    private static @Nullable FileOutcome changed(FileWork work) {
        SourceFile now;
        try {
            now = work.customer().source().refresh(work.file());
        } catch (WauException e) {
            return new FileOutcome.SourceFailed(String.valueOf(e.getMessage()));
        }
        if (now.version().equals(work.file().version())) {
            return null;
        }
        boolean gone = now.bytes() < 0;
        return new FileOutcome.Left(new AggregateResult.SourceNote(
                work.customer().customer(),
                work.file().name(),
                gone ? "gone" : "changed",
                (gone ? "went away" : "changed") + " while it was read"));
    }

    /** Always by the fingerprint: identifiers made from it must not depend on a policy of the load. */
    static ReadRules rules(WauConfig config, FileWork work) {
        return work.customer().config().readRules(RowIdentity.FINGERPRINT, config.limits());
    }

    private static ObjectKey key(FileWork work) {
        return ObjectKey.aggregated(
                work.customer().customer(), CentralNames.of(work.file().name()));
    }
}
