package dev.wau.spark.engine;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.FileRange;
import dev.wau.csv.RejectSink;
import dev.wau.load.FileToLoad;
import dev.wau.load.StagedFile;
import dev.wau.model.FileRefusedException;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.duckdb.ParquetParts;
import dev.wau.warehouse.duckdb.ParquetParts.ParquetFile;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.PartStore;
import dev.wau.warehouse.parts.TemporaryFolder;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileToFeed;
import dev.wau.warehouse.sql.RejectSpool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads its files into parts: of rows and of rejects, one each unless they get large. Their names are the attempt's own,
 * so that attempts never write the same object.
 */
final class WriteTask extends ClusterTask {

    /** Of DuckDB, beside the heap: a row group and what its columns' encoding takes. */
    private static final String MEMORY = "256MiB";

    WriteTask(Broadcast<byte[]> plan) {
        super(plan);
    }

    @Override
    TaskReply reply(TaskContext context, TaskPlan common, TaskFiles files) throws IOException {
        ObjectStore central = ExecutorStores.of(common.central());
        PartStore store = new PartStore(central, common.prefix());
        try (TemporaryFolder scratch = ScratchFolders.make();
                ObjectStore.Reading reading = files.open(central);
                RejectSpool rejects = new RejectSpool();
                ParquetParts parquet = ParquetParts.open(scratch.path(), 1, MEMORY)) {
            List<FileToFeed> toFeed = files.files().stream()
                    .map(file -> toFeed(file, file.toLoad(reading, common.rules()), common, central))
                    .toList();
            Feeding feeding =
                    Feeding.apartFromTables(toFeed, common.columns(), rejects, new InterruptibleStage(context));
            List<Part> rows = store(parquet.rows(feeding), store, name("rows", context));
            feeding.rethrow();
            List<Part> rejected = store(parquet.rejects(rejects), store, name("rejects", context));
            return new TaskReply.Written(
                    toFeed.stream().map(file -> outcome(feeding, file)).toList(), rows, rejected);
        }
    }

    private static FileToFeed toFeed(TaskFile file, FileToLoad toLoad, TaskPlan common, ObjectStore central) {
        TaskPlan.Layout layout = common.layouts().get(file.layout());
        FileToFeed whole = FileToFeed.of(toLoad, layout.layout(), layout.cells());
        FileRange range = file.range();
        return range == null ? whole : whole.opening(rejects -> open(toLoad, range, central, rejects));
    }

    /** The file's head says how its cells are read; then it is done with. */
    private static AuditLogReader open(FileToLoad file, FileRange range, ObjectStore central, RejectSink rejects)
            throws IOException {
        try (AuditLogReader head = file.open(reject -> {})) {
            return head.range(range, central.read(file.object(), range.from()), rejects);
        }
    }

    private static String name(String kind, TaskContext context) {
        return String.format(
                Locale.ROOT, "%s-%05d-%d-%s", kind, context.partitionId(), context.attemptNumber(), UUID.randomUUID());
    }

    private static List<Part> store(List<ParquetFile> files, PartStore store, String name) {
        List<Part> parts = new ArrayList<>();
        for (ParquetFile file : files) {
            parts.add(store.store(file.path(), name + "-" + parts.size() + ".parquet", file.rows()));
        }
        return parts;
    }

    private static TaskReply.Outcome outcome(Feeding feeding, FileToFeed file) {
        StagedFile staged = feeding.result(file.file().id());
        if (staged == null) {
            return TaskReply.Outcome.LOST;
        }
        FileRefusedException refusal = staged.refusal();
        return new TaskReply.Outcome(
                staged.records(),
                staged.rejected(),
                staged.firstEvent(),
                staged.lastEvent(),
                refusal == null ? null : Refusal.of(refusal));
    }
}
