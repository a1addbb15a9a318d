package dev.wau.aws.glue;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.EngineStart;
import dev.wau.trigger.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.ResourceNumberLimitExceededException;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;

/**
 * Starts one run. StartJobRun takes no client token, so that a request sent twice may start two runs: after a lost reply
 * the runs are searched for the marker before the next attempt. Thread-safe.
 */
final class RunStart {

    private static final int ATTEMPTS = 3;

    private final GlueClient glue;
    private final String job;
    private final Map<String, String> arguments;
    private final GlueRuns runs;
    private final GlueErrors errors;
    private final Duration pause;

    /** @param pause before a lost reply is looked up, as Glue may still be about it; doubled each time */
    RunStart(
            GlueClient glue,
            String job,
            Map<String, String> arguments,
            GlueRuns runs,
            GlueErrors errors,
            Duration pause) {
        this.glue = glue;
        this.job = job;
        this.arguments = Map.copyOf(arguments);
        this.runs = runs;
        this.errors = errors;
        this.pause = pause;
    }

    EngineStart start(Marker marker) {
        String doing = "start a load run for " + marker.key();
        for (int attempt = 1; ; attempt++) {
            try {
                String id = glue.startJobRun(request(marker)).jobRunId();
                return EngineStart.started(EngineRun.starting(id, marker.key(), Instant.now()));
            } catch (ConcurrentRunsExceededException | ResourceNumberLimitExceededException e) {
                // Who holds the place may be another trigger's run of this very marker, or one whose reply was lost.
                return runs.find(marker).map(EngineStart::found).orElseThrow(() -> busy(doing, e));
            } catch (SdkException e) {
                if (!GlueErrors.isUnknown(e)) {
                    throw errors.of(doing, e);
                }
                Optional<EngineRun> found = lookUp(marker, attempt);
                if (found.isPresent()) {
                    return EngineStart.found(found.get());
                }
                if (attempt == ATTEMPTS) {
                    throw errors.of(doing, e);
                }
            }
        }
    }

    private Optional<EngineRun> lookUp(Marker marker, int attempt) {
        try {
            Thread.sleep(pause.multipliedBy(1L << (attempt - 1)).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(
                    ErrorCode.ENGINE_FAILED,
                    "Cannot tell whether a load run for " + marker.key()
                            + " was started: the reply was lost, and then the wait was interrupted (ask again)",
                    e);
        }
        return runs.find(marker);
    }

    private WauException busy(String doing, SdkException e) {
        return new WauException(
                ErrorCode.BUSY,
                "Cannot " + doing + ": Glue job '" + job + "' or its account runs as many as it may: " + e.getMessage()
                        + " (try again when a run has ended)",
                e);
    }

    private StartJobRunRequest request(Marker marker) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put(GlueLoadEngine.MARKER_ARGUMENT, marker.key().path());
        return StartJobRunRequest.builder()
                .jobName(job)
                .arguments(all)
                .overrideConfiguration(override -> override.addPlugin(RunStart::retryWhatWasRefused))
                .build();
    }

    /** The SDK sends it again by itself only where Glue surely hasn't carried it out: when it was throttled. */
    private static void retryWhatWasRefused(SdkServiceClientConfiguration.Builder client) {
        client.overrideConfiguration(client.overrideConfiguration()
                .copy(override -> override.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .useClientDefaults(false)
                        .retryOnException(RunStart::isThrottled)
                        .build())));
    }

    private static boolean isThrottled(Throwable error) {
        return error instanceof SdkServiceException answer && answer.isThrottlingException();
    }
}
