package dev.wau.aws.glue;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.Marker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunError;

/**
 * Runs the load as runs of a Glue job, which finds its marker in the argument {@code --wau-marker}.
 *
 * <p><b>One run per marker.</b> Before it starts a run it looks for one that serves the marker, from the newest back to
 * the time the marker was written. Define the job with at most one run at a time (Glue's own default) and without job run
 * queuing: then of two triggers at the same instant Glue refuses the second, which finds the first one's run, or comes
 * back. What remains: a trigger that looked before a run of the marker began, and was held up until that run had ended,
 * starts another; so may triggers at the same instant of a job with room for two runs, and a request that Glue carries
 * out only after the search for it. Such a run costs its time and changes nothing: the load takes each file version
 * once.
 *
 * <p><b>Times.</b> A run serves a marker if it began after the marker was written. S3 and Glue tell the two times; a
 * clock of Glue's that is slow by more than an event takes would cost a second run, no more.
 *
 * <p>A run that waits for machines is told as starting; what Glue calls an error, as failed. DPU seconds are Glue's own
 * count, or capacity times execution time where Glue has none. Thread-safe.
 */
public final class GlueLoadEngine implements LoadEngine {

    /** The argument that holds the marker's key in the central bucket. */
    public static final String MARKER_ARGUMENT = "--wau-marker";

    /** The argument that holds the central bucket's place, {@code s3://BUCKET/PREFIX}. */
    public static final String CENTRAL_ARGUMENT = "--wau-central";

    private static final Duration LOST_REPLY = Duration.ofSeconds(1);

    private final GlueClient glue;
    private final String job;
    private final GlueErrors errors;
    private final GlueRuns runs;
    private final RunStart start;

    /**
     * An engine on a client that stays the caller's to close.
     *
     * @param job the name of the Glue job
     * @param arguments for each run beside the marker; they go before the job's own default arguments
     */
    public GlueLoadEngine(GlueClient glue, String job, Map<String, String> arguments) {
        this(glue, job, arguments, LOST_REPLY);
    }

    GlueLoadEngine(GlueClient glue, String job, Map<String, String> arguments, Duration lostReply) {
        this.glue = glue;
        this.job = job;
        this.errors = new GlueErrors(job);
        this.runs = new GlueRuns(glue, job, errors);
        this.start = new RunStart(glue, job, arguments, runs, errors, lostReply);
    }

    @Override
    public EngineStart start(Marker marker) {
        Optional<EngineRun> serving = runs.find(marker);
        return serving.isPresent() ? EngineStart.found(serving.get()) : start.start(marker);
    }

    @Override
    public EngineRun look(EngineRun run) {
        return runs.look(run.id());
    }

    @Override
    public void stop(EngineRun run) {
        String doing = "stop load run " + run.id();
        List<BatchStopJobRunError> refused = errors.call(
                doing,
                () -> glue.batchStopJobRun(request -> request.jobName(job).jobRunIds(run.id()))
                        .errors());
        // Glue refuses to stop what is over, or is stopping; neither is an error here.
        if (!refused.isEmpty() && isUnstopped(look(run))) {
            throw new WauException(
                    ErrorCode.ENGINE_FAILED,
                    "Cannot " + doing + " of Glue job '" + job + "': "
                            + refused.get(0).errorDetail().errorMessage() + " (try again)");
        }
    }

    private static boolean isUnstopped(EngineRun run) {
        return !run.isOver() && run.state() != EngineRun.State.STOPPING;
    }

    @Override
    public List<EngineRun> recent(int count) {
        return runs.newest(count);
    }
}
