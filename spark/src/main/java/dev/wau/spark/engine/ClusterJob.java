package dev.wau.spark.engine;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.spark.engine.TaskReply.Failed;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** One Spark job: a task for each piece of work. Its errors are the tasks' own, not Spark's. Used once. */
final class ClusterJob {

    private final JavaSparkContext spark;
    private final String what;
    private final String group = "wau-" + UUID.randomUUID();
    private final AtomicReference<@Nullable Failed> failed = new AtomicReference<>();

    /**
     * @param what for messages and for Spark's pages: {@code read 3 files}
     */
    ClusterJob(JavaSparkContext spark, String what) {
        this.spark = spark;
        this.what = what;
    }

    /**
     * Runs the tasks and waits for them.
     *
     * @param taker is given each task's reply once, as it comes, with the number of its piece; never two at a time
     */
    void run(List<TaskFiles> work, ClusterTask task, ObjIntConsumer<TaskReply> taker) {
        List<byte[]> pieces = work.stream().map(Wire::bytes).toList();
        RDD<byte[]> tasks = spark.parallelize(pieces, pieces.size()).rdd();
        spark.setJobGroup(group, what, false);
        try {
            run(tasks, task, taker);
        } catch (Exception e) {
            throwIfTold();
            throw failure(e);
        } finally {
            spark.clearJobGroup();
        }
        // The last task's reply ends a job before its cancellation does.
        throwIfTold();
    }

    private void throwIfTold() {
        Failed told = failed.get();
        if (told != null) {
            throw new WauException(told.code(), told.message());
        }
    }

    // Scala doesn't declare what it throws: an interruption and Spark's own exceptions are checked ones.
    @SuppressWarnings("RedundantThrows")
    private void run(RDD<byte[]> tasks, ClusterTask task, ObjIntConsumer<TaskReply> taker) throws Exception {
        SparkContext context = spark.sc();
        context.runJob(tasks, task, new Arrival(taker), ClassTag.apply(byte[].class));
    }

    /** Takes replies on the driver's thread for events, on which nothing may wait. */
    private final class Arrival extends AbstractFunction2<Object, byte[], BoxedUnit> {

        private final ObjIntConsumer<TaskReply> taker;

        Arrival(ObjIntConsumer<TaskReply> taker) {
            this.taker = taker;
        }

        @Override
        public BoxedUnit apply(Object piece, byte[] bytes) {
            TaskReply reply = Wire.value(bytes, TaskReply.class);
            if (reply instanceof Failed failure) {
                failed.compareAndSet(null, failure);
                spark.cancelJobGroup(group);
            } else {
                taker.accept(reply, (Integer) piece);
            }
            return BoxedUnit.UNIT;
        }
    }

    private WauException failure(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WauException known) {
                return new WauException(known.code(), String.valueOf(known.getMessage()), e);
            }
        }
        String firstLine = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new WauException(
                ErrorCode.ENGINE_FAILED,
                "Cannot " + what + " on the cluster: " + firstLine
                        + " (nothing was changed; the executors' logs say more, and a run that is started again begins"
                        + " where this one did)",
                e);
    }
}
