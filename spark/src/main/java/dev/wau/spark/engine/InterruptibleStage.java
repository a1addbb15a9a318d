package dev.wau.spark.engine;

import dev.wau.progress.Progress;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;

/**
 * Ends an attempt that nobody wants any more, because another was faster or the job failed: reading asks here every few
 * thousand records. How far the work is, the driver tells as tasks end.
 */
record InterruptibleStage(TaskContext context) implements Progress.Stage {

    @Override
    public void advance(long bytes, long files) {
        if (context.isInterrupted()) {
            throw new CancellationException("the attempt was ended by the driver");
        }
    }

    @Override
    public void close() {}
}
