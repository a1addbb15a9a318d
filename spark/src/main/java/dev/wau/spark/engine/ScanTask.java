package dev.wau.spark.engine;

import dev.wau.csv.FileRange;
import dev.wau.csv.RangeScan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;

/** Looks at a range of a file's bytes, wherever it begins, for where records start. */
final class ScanTask extends ClusterTask {

    ScanTask(Broadcast<byte[]> plan) {
        super(plan);
    }

    @Override
    TaskReply reply(TaskContext context, TaskPlan common, TaskFiles files) throws IOException {
        TaskFile file = files.files().get(0);
        FileRange range = Objects.requireNonNull(file.range());
        try (InputStream bytes = ExecutorStores.of(common.central()).read(file.object(), range.from())) {
            return new TaskReply.Scanned(RangeScan.of(bytes, range.from(), range.to()));
        }
    }
}
