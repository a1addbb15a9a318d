package dev.wau.spark.engine;

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
import java.util.Objects;
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
                    .map(file -> toFeed(file, file.toLoad(reading, common.rules()), common))
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

    private static FileToFeed toFeed(TaskFile file, FileToLoad toLoad, TaskPlan common) {
        TaskPlan.Layout layout = common.layouts().get(file.layout());
        return new FileToFeed(toLoad, layout.layout(), layout.cells(), Long.MIN_VALUE, Long.MAX_VALUE);
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
        StagedFile staged = Objects.requireNonNull(feeding.result(file.file().id()), "a file was not read");
        FileRefusedException refusal = staged.refusal();
        return new TaskReply.Outcome(
                staged.records(),
                staged.rejected(),
                staged.firstEvent(),
                staged.lastEvent(),
                refusal == null ? null : Refusal.of(refusal));
    }
}
