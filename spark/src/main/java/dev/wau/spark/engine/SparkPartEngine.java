package dev.wau.spark.engine;

import dev.wau.load.FileToLoad;
import dev.wau.model.FileId;
import dev.wau.store.StorePlace;
import dev.wau.warehouse.parts.PartEngine;
import dev.wau.warehouse.parts.StagingArea;
import dev.wau.warehouse.parts.WrittenParts;
import dev.wau.warehouse.sql.Feeding;
import dev.wau.warehouse.sql.FileHeader;
import dev.wau.warehouse.sql.FileToFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Writes parts with the tasks of a Spark cluster, which read the files from the central bucket and put the parts there
 * themselves: through the driver go names and counts alone. Executors reach the bucket as its place says, with credentials
 * of their own. Thread-safe.
 *
 * <p>An attempt that failed, was too slow or whose executor was lost leaves objects in the staging area that no {@link
 * WrittenParts} names; they go with the area.
 *
 * <p>Errors: as {@link PartEngine}; {@code ENGINE_FAILED} where Spark gave up for a reason of its own.
 */
public final class SparkPartEngine implements PartEngine {

    /** A request of some 10 ms each, 32 at a time: a task takes less than a second. */
    private static final int HEADERS_OF_A_TASK = 512;

    /** Larger files are read by several tasks, each half as much. */
    private static final long SPLIT_FROM = 128L << 20;

    private final JavaSparkContext spark;
    private final StorePlace central;
    private final long splitFrom;

    /**
     * An engine on a cluster.
     *
     * @param spark stays the caller's to stop
     * @param central where the files are and the parts go, as executors can open it: in S3, or a folder that all machines
     *     have
     */
    public SparkPartEngine(JavaSparkContext spark, StorePlace central) {
        this(spark, central, SPLIT_FROM);
    }

    /**
     * @param splitFrom files of more bytes are read by several tasks
     */
    SparkPartEngine(JavaSparkContext spark, StorePlace central, long splitFrom) {
        this.spark = spark;
        this.central = central;
        this.splitFrom = splitFrom;
    }

    @Override
    public Map<FileId, FileHeader> headers(List<FileToLoad> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        List<TaskFiles> work = batches(files);
        FoundHeaders found = new FoundHeaders(work);
        TaskPlan plan = new TaskPlan(central, "", TaskRules.of(files), List.of(), List.of());
        run("read the headers of " + files.size() + " files", plan, work, HeaderTask::new, found);
        return found.headers();
    }

    private List<TaskFiles> batches(List<FileToLoad> files) {
        int shared = (files.size() + cores() - 1) / cores();
        int size = Math.min(shared, HEADERS_OF_A_TASK);
        List<TaskFiles> batches = new ArrayList<>();
        for (int from = 0; from < files.size(); from += size) {
            batches.add(new TaskFiles(files.subList(from, Math.min(files.size(), from + size)).stream()
                    .map(file -> TaskFile.of(file, TaskFile.NO_LAYOUT))
                    .toList()));
        }
        return batches;
    }

    @Override
    public WrittenParts write(Feeding feeding, StagingArea area) {
        if (feeding.files().isEmpty()) {
            return new WrittenParts(List.of(), List.of());
        }
        TaskLayouts layouts = new TaskLayouts();
        List<TaskFile> whole = new ArrayList<>();
        List<LargeFile> large = new ArrayList<>();
        for (FileToFeed file : feeding.files()) {
            TaskFile work = TaskFile.of(file.file(), layouts.place(file));
            Optional<LargeFile> cut = work.bytes() > splitFrom ? LargeFile.of(file.file(), work) : Optional.empty();
            cut.ifPresentOrElse(large::add, () -> whole.add(work));
        }
        TaskRules rules =
                TaskRules.of(feeding.files().stream().map(FileToFeed::file).toList());
        TaskPlan plan = new TaskPlan(central, area.store().prefix(), rules, feeding.columns(), layouts.different());
        FoundParts found = new FoundParts(feeding);
        List<TaskFiles> work = new ArrayList<>(ranges(large, plan));
        work.addAll(new Packing(cores()).pack(whole));
        write(plan, work, found);
        Set<Long> lost = found.lost();
        write(
                plan,
                new Packing(cores())
                        .pack(large.stream()
                                .map(LargeFile::file)
                                .filter(file -> lost.contains(file.id()))
                                .toList()),
                found);
        return found.parts();
    }

    private List<TaskFiles> ranges(List<LargeFile> files, TaskPlan plan) {
        LargeFiles large = new LargeFiles(files, splitFrom / 2);
        if (!files.isEmpty()) {
            run("look at " + files.size() + " large files", plan, large.pieces(), ScanTask::new, large::scanned);
        }
        return large.ranges();
    }

    private void write(TaskPlan plan, List<TaskFiles> work, FoundParts found) {
        if (!work.isEmpty()) {
            long files = work.stream().mapToLong(task -> task.files().size()).sum();
            run("read " + files + " files or ranges of files", plan, work, WriteTask::new, found.of(work));
        }
    }

    private void run(
            String what,
            TaskPlan plan,
            List<TaskFiles> work,
            Function<Broadcast<byte[]>, ClusterTask> task,
            ObjIntConsumer<TaskReply> taker) {
        Broadcast<byte[]> common = spark.broadcast(Wire.bytes(plan));
        try {
            new ClusterJob(spark, what).run(work, task.apply(common), taker);
        } finally {
            common.destroy();
        }
    }

    /** Those of the executors that are there; later ones find the tasks that wait. */
    private int cores() {
        return Math.max(1, spark.defaultParallelism());
    }

    @Override
    public void close() {
        // The cluster is the caller's.
    }
}
