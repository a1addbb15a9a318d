package dev.wau.catalog.schema;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads files of {@code csv/} with the one reader, as a load would, and changes nothing. A file that can't be read is noted,
 * and the others are read. Thread-safe.
 */
public final class Crawl {

    static final String FOLDER = "csv/";

    private static final int GROUP = 200;

    /** A file is read as nobody's: cells that name its owner, which the reader takes for nothing new, stay what they are. */
    private static final Customer NOBODY = new Customer("nobody".concat("-".repeat(94)));

    private final ObjectStore central;
    private final Limits limits;
    private final Progress progress;

    public Crawl(ObjectStore central, Limits limits, Progress progress) {
        this.central = central;
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Reads as much as the sampling says, by key.
     *
     * @throws WauException STORE_FAILED: the bucket can't be listed
     */
    public CrawledFiles read(Sampling sampling, FileSink sink) {
        FilesTally tally = new FilesTally(sampling);
        if (sampling.isWhole()) {
            try (Stream<StoredObject> objects = central.list(FOLDER);
                    Progress.Stage stage = progress.start("crawl", -1, -1)) {
                inGroups(objects.filter(tally::takes), sampling, sink, tally, stage);
            }
            return tally.crawled();
        }
        List<StoredObject> chosen = SampledFiles.of(central, sampling, tally);
        try (Progress.Stage stage = progress.start("crawl", -1, chosen.size())) {
            inGroups(chosen.stream(), sampling, sink, tally, stage);
        }
        return tally.crawled();
    }

    /** So many at a time that a store which fetches ahead can. */
    private void inGroups(
            Stream<StoredObject> files, Sampling sampling, FileSink sink, FilesTally tally, Progress.Stage stage) {
        Iterator<StoredObject> all = files.iterator();
        while (all.hasNext()) {
            List<StoredObject> group = next(all);
            try (ObjectStore.Reading reading = central.readInOrder(group)) {
                for (StoredObject object : group) {
                    read(object, reading, sampling, sink, tally);
                    stage.advance(object.bytes(), 1);
                }
            }
        }
    }

    private static List<StoredObject> next(Iterator<StoredObject> all) {
        List<StoredObject> group = new ArrayList<>();
        while (group.size() < GROUP && all.hasNext()) {
            group.add(all.next());
        }
        return group;
    }

    private void read(
            StoredObject object, ObjectStore.Reading reading, Sampling sampling, FileSink sink, FilesTally tally) {
        tally.chosen();
        Customer customer = SampledFiles.owner(object.key()).orElseThrow();
        ReadRules rules = ReadRules.central(NOBODY, RowIdentity.NONE, limits);
        try (AuditLogReader reader = AuditLogReader.open(reading.read(object), rules, reject -> {})) {
            sink.file(object.key(), customer, reader.layout());
            boolean more = true;
            while (more && reader.recordsRead() < sampling.recordsPerFile()) {
                more = reader.next();
                if (more) {
                    sink.record(reader.record());
                }
            }
            if (more) {
                tally.cut();
            }
            sink.end();
            tally.read(reader.recordsRead(), reader.recordsRejected());
        } catch (FileRefusedException e) {
            tally.unread(object.key(), ErrorCode.FILE_REFUSED, e.messageWithoutHeader());
        } catch (WauException e) {
            if (e.code() == ErrorCode.LIMIT_REACHED) {
                throw e;
            }
            tally.unread(object.key(), e.code(), message(e));
        } catch (IOException e) {
            tally.unread(object.key(), ErrorCode.STORE_FAILED, message(e));
        }
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
