package dev.wau.spark.engine;

import dev.wau.model.ErrorCode;
import dev.wau.model.Fault;
import dev.wau.model.WauException;
import dev.wau.spark.engine.TaskReply.Failed;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * The work of one task. It may run several times, at once too: Spark tries it again where an executor is lost, or beside a
 * slow one. Only one attempt's reply reaches the driver.
 *
 * <p>A failure that another attempt can't mend is a reply, so that Spark doesn't try it four times; one that another
 * machine may be spared (a network, a full disk) is thrown, without causes, which may not travel.
 */
abstract class ClusterTask extends AbstractFunction2<TaskContext, Iterator<byte[]>, byte[]> implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterTask.class);

    private final Broadcast<byte[]> plan;

    ClusterTask(Broadcast<byte[]> plan) {
        this.plan = plan;
    }

    abstract TaskReply reply(TaskContext context, TaskPlan common, TaskFiles files) throws IOException;

    @Override
    public final byte[] apply(TaskContext context, Iterator<byte[]> work) {
        try {
            TaskPlan common = Wire.value(plan.value(), TaskPlan.class);
            return Wire.bytes(reply(context, common, Wire.value(work.next(), TaskFiles.class)));
        } catch (WauException e) {
            if (!context.isInterrupted() && isFinal(e.code())) {
                return Wire.bytes(new Failed(e.code(), String.valueOf(e.getMessage())));
            }
            throw bare(e.code(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw bare(ErrorCode.STORE_FAILED, "Cannot use the folder for temporary files: " + e.getMessage(), e);
        }
    }

    /** The version stays gone wherever it is read; a mistake of the user's, a bound and a defect are the same elsewhere. */
    static boolean isFinal(ErrorCode code) {
        return code.fault() != Fault.EXTERNAL || code == ErrorCode.OBJECT_CHANGED;
    }

    private static WauException bare(ErrorCode code, String message, Exception cause) {
        LOG.warn("An attempt failed ({}): Spark may make another", code, cause);
        return new WauException(code, message);
    }
}
