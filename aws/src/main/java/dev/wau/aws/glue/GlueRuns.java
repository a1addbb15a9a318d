package dev.wau.aws.glue;

import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineRun.State;
import dev.wau.trigger.Marker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetJobRunsResponse;
import software.amazon.awssdk.services.glue.model.JobRun;

/** The runs of one Glue job. Thread-safe. */
final class GlueRuns {

    private static final int PAGE = 50;

    private final GlueClient glue;
    private final String job;
    private final GlueErrors errors;

    GlueRuns(GlueClient glue, String job, GlueErrors errors) {
        this.glue = glue;
        this.job = job;
        this.errors = errors;
    }

    /**
     * The newest run that serves the marker. Glue lists the newest first, so it looks back no further than to the first
     * run that began before the marker was written: the cost is that of the runs since, not of the job's history.
     */
    Optional<EngineRun> find(Marker marker) {
        @Nullable String token = null;
        do {
            GetJobRunsResponse page = page(token, PAGE);
            for (JobRun listed : page.jobRuns()) {
                EngineRun run = run(listed);
                if (run.serves(marker)) {
                    return Optional.of(run);
                }
                if (run.started().isBefore(marker.created())) {
                    return Optional.empty();
                }
            }
            token = page.nextToken();
        } while (token != null);
        return Optional.empty();
    }

    /** The newest runs, newest first. */
    List<EngineRun> newest(int count) {
        List<EngineRun> runs = new ArrayList<>();
        @Nullable String token = null;
        while (runs.size() < count) {
            GetJobRunsResponse page = page(token, Math.min(PAGE, count - runs.size()));
            page.jobRuns().forEach(listed -> runs.add(run(listed)));
            token = page.nextToken();
            if (token == null) {
                break;
            }
        }
        return List.copyOf(runs);
    }

    EngineRun look(String id) {
        return errors.call(
                "look at load run " + id,
                () -> run(glue.getJobRun(request -> request.jobName(job).runId(id))
                        .jobRun()));
    }

    private GetJobRunsResponse page(@Nullable String token, int size) {
        return errors.call(
                "list the runs",
                () -> glue.getJobRuns(
                        request -> request.jobName(job).nextToken(token).maxResults(size)));
    }

    private static EngineRun run(JobRun run) {
        Instant started = Objects.requireNonNullElseGet(run.startedOn(), Instant::now);
        return new EngineRun(
                run.id(), marker(run), state(run), started, run.completedOn(), dpuSeconds(run), run.errorMessage());
    }

    private static @Nullable ObjectKey marker(JobRun run) {
        String key = run.arguments().get(GlueLoadEngine.MARKER_ARGUMENT);
        try {
            return key == null ? null : new ObjectKey(key);
        } catch (WauException e) {
            // Started by hand, with something else in its place.
            return null;
        }
    }

    private static State state(JobRun run) {
        return switch (run.jobRunState()) {
            case STARTING, WAITING -> State.STARTING;
            case RUNNING -> State.RUNNING;
            case STOPPING -> State.STOPPING;
            case SUCCEEDED -> State.SUCCEEDED;
            case STOPPED -> State.STOPPED;
            case TIMEOUT, EXPIRED -> State.TIMED_OUT;
            // A state of a later Glue that is really a run under way costs a second run, which loads nothing twice;
            // the other way round would leave a marker without any.
            case FAILED, ERROR, UNKNOWN_TO_SDK_VERSION -> State.FAILED;
        };
    }

    /** Glue counts them itself where the number of machines varies; elsewhere they are capacity times time. */
    private static @Nullable Double dpuSeconds(JobRun run) {
        if (run.dpuSeconds() != null) {
            return run.dpuSeconds();
        }
        return run.maxCapacity() == null || run.executionTime() == null || run.completedOn() == null
                ? null
                : Double.valueOf(run.maxCapacity() * run.executionTime());
    }
}
