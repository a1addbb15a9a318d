package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A job run of {@link GlueFake}. Thread-safe. */
final class GlueFakeRun {

    private static final Set<String> LIVE = Set.of("STARTING", "RUNNING", "STOPPING", "WAITING");
    private static final double DPUS = 2;

    private final String id;
    private final String job;
    private final Map<String, String> arguments;
    private final Instant started;
    private String state;
    private @Nullable Instant completed;
    private @Nullable String error;
    private @Nullable Thread thread;

    GlueFakeRun(String id, String job, Map<String, String> arguments, Instant started, String state) {
        this.id = id;
        this.job = job;
        this.arguments = Map.copyOf(arguments);
        this.started = started;
        this.state = state;
    }

    String id() {
        return id;
    }

    Map<String, String> arguments() {
        return arguments;
    }

    synchronized boolean isLive() {
        return LIVE.contains(state);
    }

    /** Carries out the job's body on its own thread. */
    synchronized void run(Runnable body) {
        thread = new Thread(() -> carryOut(body), "glue-fake-" + id);
        thread.setDaemon(true);
        thread.start();
    }

    private void carryOut(Runnable body) {
        become("RUNNING", null);
        try {
            body.run();
            end("SUCCEEDED", null);
        } catch (RuntimeException | Error e) {
            end("FAILED", String.valueOf(e.getMessage()));
        }
    }

    synchronized void stop() {
        if (!isLive() || state.equals("STOPPING")) {
            throw GlueError.invalid("JobRunInvalidStateTransitionException", "Job run is " + state);
        }
        state = "STOPPING";
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized void become(String next, @Nullable String message) {
        if (!state.equals("STOPPING")) {
            state = next;
            error = message;
        }
    }

    private synchronized void end(String next, @Nullable String message) {
        completed = Instant.now();
        if (state.equals("STOPPING")) {
            state = "STOPPED";
        } else {
            become(next, message);
        }
    }

    synchronized ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Id", id);
        json.put("JobName", job);
        json.put("Attempt", 0);
        json.put("JobRunState", state);
        json.put("StartedOn", seconds(started));
        json.put("MaxCapacity", DPUS);
        ObjectNode given = json.putObject("Arguments");
        arguments.forEach(given::put);
        if (error != null) {
            json.put("ErrorMessage", error);
        }
        if (completed != null) {
            json.put("CompletedOn", seconds(completed));
            json.put("ExecutionTime", Duration.between(started, completed).toSeconds() + 1);
        }
        return json;
    }

    /** As Glue writes times: seconds, with milliseconds. */
    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
}
