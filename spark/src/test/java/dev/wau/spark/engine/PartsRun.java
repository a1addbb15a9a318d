package dev.wau.spark.engine;

import dev.wau.csv.FileLayout;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPlan;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.FileToLoad;
import dev.wau.load.FileVersion;
import dev.wau.load.StagedFile;
import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.Sha256;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.warehouse.parts.PartEngine;
import dev.wau.warehouse.parts.StagingArea;
import dev.wau.warehouse.parts.WrittenParts;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.FileToFeed;
import dev.wau.warehouse.sql.RejectSpool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a load run asks of an engine, without a warehouse: all files under {@code csv/} become parts. */
final class PartsRun {

    private final ObjectStore central;
    private final PartEngine engine;
    private final AtomicLong bytesTold = new AtomicLong();
    private final AtomicLong filesTold = new AtomicLong();
    private Runnable betweenHeadersAndRows = () -> {};

    PartsRun(ObjectStore central, PartEngine engine) {
        this.central = central;
        this.engine = engine;
    }

    /**
     * What came of it.
     *
     * @param parts in the staging area
     * @param outcomes a line for each file, in the order of their keys
     */
    record Result(WrittenParts parts, List<String> outcomes) {}

    /** Does this when the headers are read. */
    PartsRun betweenHeadersAndRows(Runnable work) {
        betweenHeadersAndRows = work;
        return this;
    }

    Result into(StagingArea area) throws IOException {
        List<FileToLoad> files = files();
        Map<FileId, FileHeader> headers = engine.headers(files);
        betweenHeadersAndRows.run();
        List<FileLayout> layouts = headers.values().stream()
                .map(FileHeader::layout)
                .filter(Objects::nonNull)
                .toList();
        ColumnPlan plan = ColumnPlan.of(List.of(), layouts, ColumnPolicy.EVOLVE, 5);
        List<FileToFeed> toFeed = new ArrayList<>();
        for (FileToLoad file : files) {
            FileLayout layout = header(headers, file).layout();
            if (layout != null) {
                toFeed.add(FileToFeed.of(file, layout, plan.cells(layout)));
            }
        }
        try (RejectSpool rejects = new RejectSpool()) {
            Feeding feeding = Feeding.apartFromTables(toFeed, columns(plan), rejects, new Told());
            WrittenParts parts = engine.write(feeding, area);
            return new Result(
                    parts,
                    files.stream().map(file -> outcome(file, headers, feeding)).toList());
        }
    }

    private List<FileToLoad> files() {
        List<FileToLoad> files = new ArrayList<>();
        try (Stream<StoredObject> objects = central.list("csv/")) {
            objects.forEach(object -> files.add(file(object, files.size() + 1)));
        }
        return files;
    }

    private FileToLoad file(StoredObject object, long id) {
        Customer customer = new Customer(object.key().path().split("/")[1]);
        Sha256 unknown = new Sha256("0".repeat(64));
        FileVersion version = new FileVersion(customer, object.key(), unknown, object.version(), object.bytes(), null);
        ReadRules rules = ReadRules.central(customer, RowIdentity.FINGERPRINT, Limits.DEFAULT);
        return new FileToLoad(new FileId(id), version, object, rules, central::read, null, null, 0, List.of());
    }

    private static List<String> columns(ColumnPlan plan) {
        return Stream.concat(ColumnPlan.FIXED.stream(), plan.added().stream()).toList();
    }

    private static FileHeader header(Map<FileId, FileHeader> headers, FileToLoad file) {
        return Objects.requireNonNull(headers.get(file.id()));
    }

    private static String outcome(FileToLoad file, Map<FileId, FileHeader> headers, Feeding feeding) {
        Object refusal = header(headers, file).refusal();
        StagedFile staged = feeding.result(file.id());
        String outcome = refusal == null ? outcome(staged) : refusal.toString();
        return file.version().key() + ": " + outcome.replace('\n', ' ');
    }

    private static String outcome(@Nullable StagedFile staged) {
        return staged == null
                ? "not read"
                : staged.records() + " records, " + staged.rejected() + " rejected, " + staged.firstEvent() + " to "
                        + staged.lastEvent() + ", " + staged.refusal();
    }

    /** What the progress was told of bytes. */
    long bytesTold() {
        return bytesTold.get();
    }

    /** What it was told of files. */
    long filesTold() {
        return filesTold.get();
    }

    private final class Told implements Progress.Stage {

        @Override
        public void advance(long bytes, long files) {
            bytesTold.addAndGet(bytes);
            filesTold.addAndGet(files);
        }

        @Override
        public void close() {}
    }
}
