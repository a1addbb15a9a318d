package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogParts;
import dev.wau.csv.AuditLogReader;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.Reject;
import dev.wau.model.WauException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One file while it is read: in one go by one thread, or part by part by all who ask. Its result is the sum of its parts;
 * where one of several is lost or refused, nothing of them counts, and the file is to be read again in one go. Thread-safe.
 */
final class FileInParts {

    private final FileToFeed file;
    private final Feeding feeding;
    private final int partSize;
    private final AtomicLong rejectsGiven = new AtomicLong();
    private final List<Long> countings = new ArrayList<>();
    private @Nullable AuditLogParts parts;
    private @Nullable FileRefusedException refusal;
    private volatile boolean ended;
    private volatile boolean lost;
    private int reading;
    private long records;
    private long rejected;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long bytesTold;

    /**
     * @param partSize bytes; 0: the file is one part
     */
    FileInParts(FileToFeed file, Feeding feeding, int partSize) {
        this.file = file;
        this.feeding = feeding;
        this.partSize = partSize;
    }

    /** There may be more to read. */
    boolean goesOn() {
        return !ended;
    }

    /** What is read of it doesn't count. */
    boolean lost() {
        return lost;
    }

    /** What to read next, to be told {@link #done} or {@link #refused}; null if there is no more. */
    synchronized @Nullable FileReading next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            AuditLogReader reader = open();
            if (reader != null) {
                reading++;
                return new FileReading(file, reader, feeding);
            }
        } catch (FileRefusedException why) {
            refuse(why);
        }
        ended = true;
        concludeWhenRead();
        return null;
    }

    private @Nullable AuditLogReader open() throws IOException {
        if (partSize == 0) {
            AuditLogReader reader = openFile();
            ended = true;
            return reader;
        }
        AuditLogParts open = parts;
        if (open == null) {
            open = openFile().parts(partSize);
            parts = open;
        }
        return open.next(this::reject);
    }

    private AuditLogReader openFile() throws IOException {
        AuditLogReader reader = file.opening().open(this::reject);
        if (!reader.layout().equals(file.layout())) {
            reader.close();
            throw new WauException(
                    ErrorCode.OBJECT_CHANGED,
                    "Cannot load " + file.file().version().key() + ": it changed while it was read (run again)");
        }
        return reader;
    }

    private void reject(Reject reject) {
        rejectsGiven.incrementAndGet();
        feeding.rejects().accept(file.file().id().value(), reject);
    }

    private void refuse(FileRefusedException why) {
        ended = true;
        if (partSize == 0) {
            refusal = why;
        } else {
            lost = true;
        }
    }

    /** All of it was read. */
    synchronized void done(FileReading part) throws IOException {
        records += part.records();
        rejected += part.rejected();
        first = Math.min(first, part.first());
        last = Math.max(last, part.last());
        countings.add(part.counting().number());
        if (part.lost()) {
            ended = true;
            lost = true;
        }
        leave(part);
        concludeWhenRead();
    }

    /** It can't be read on. */
    synchronized void refused(FileReading part, FileRefusedException why) throws IOException {
        refuse(why);
        leave(part);
        concludeWhenRead();
    }

    /** Somebody goes without having read everything: nobody takes the rows any more. */
    synchronized void stop(@Nullable FileReading part) throws IOException {
        ended = true;
        if (part != null) {
            leave(part);
        }
        if (reading == 0) {
            close();
        }
    }

    private void leave(FileReading part) throws IOException {
        reading--;
        bytesTold += part.bytesTold();
        part.close();
    }

    private void concludeWhenRead() throws IOException {
        if (!ended || reading > 0) {
            return;
        }
        close();
        if (lost) {
            feeding.progress().advance(-bytesTold, 0);
            feeding.again(file, rejectsGiven.get());
        } else {
            feeding.progress().advance(0, 1);
            feeding.done(result(), countings);
        }
    }

    private StagedFile result() {
        if (refusal != null) {
            return new StagedFile(file.file(), 0, 0, null, null, refusal);
        }
        boolean none = first > last;
        return new StagedFile(
                file.file(), records, rejected, none ? null : instant(first), none ? null : instant(last), null);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private void close() throws IOException {
        if (parts != null) {
            parts.close();
            parts = null;
        }
    }
}
