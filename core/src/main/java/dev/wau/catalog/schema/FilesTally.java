package dev.wau.catalog.schema;

import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts files as they are listed and read. For one thread. */
final class FilesTally {

    private static final int MOST_UNREAD = 1_000;

    private final Sampling sampling;
    private final List<UnreadFile> unread = new ArrayList<>();
    private @Nullable Customer last;
    private long files;
    private long bytes;
    private long customers;
    private long chosen;
    private long read;
    private long cut;
    private long records;
    private long rejected;
    private long unreadFiles;

    FilesTally(Sampling sampling) {
        this.sampling = sampling;
    }

    /** Counts a listed object; one that is no customer's file is told as unread. */
    boolean takes(StoredObject object) {
        Optional<Customer> owner = SampledFiles.owner(object.key());
        if (owner.isEmpty()) {
            unread(object.key(), ErrorCode.FILE_REFUSED, "it is no customer's: theirs are csv/<customer>/<file>");
            return false;
        }
        files++;
        bytes += object.bytes();
        if (!owner.get().equals(last)) {
            customers++;
            last = owner.get();
        }
        return true;
    }

    void unread(ObjectKey key, ErrorCode code, String reason) {
        unreadFiles++;
        if (unread.size() < MOST_UNREAD) {
            unread.add(new UnreadFile(key, code, reason));
        }
    }

    void chosen() {
        chosen++;
    }

    void read(long fileRecords, long fileRejected) {
        read++;
        records += fileRecords;
        rejected += fileRejected;
    }

    void cut() {
        cut++;
    }

    CrawledFiles crawled() {
        return new CrawledFiles(
                sampling, files, bytes, customers, chosen, read, cut, records, rejected, unreadFiles, unread);
    }
}
