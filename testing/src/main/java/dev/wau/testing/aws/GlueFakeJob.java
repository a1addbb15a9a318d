package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A job of {@link GlueFake} with its runs. Thread-safe. */
final class GlueFakeJob {

    private final String name;
    private final int maxConcurrentRuns;
    private final Consumer<Map<String, String>> body;
    /** Newest first, as Glue lists them. */
    private final List<GlueFakeRun> runs = new ArrayList<>();
    /** What GetJob answers, in Glue's own members. */
    private volatile ObjectNode definition = JsonNodeFactory.instance.objectNode();

    GlueFakeJob(String name, int maxConcurrentRuns, Consumer<Map<String, String>> body) {
        this.name = name;
        this.maxConcurrentRuns = maxConcurrentRuns;
        this.body = body;
    }

    void define(ObjectNode members) {
        definition = members.deepCopy();
    }

    ObjectNode definition() {
        ObjectNode job = definition.deepCopy().put("Name", name);
        if (!job.has("ExecutionProperty")) {
            job.putObject("ExecutionProperty").put("MaxConcurrentRuns", maxConcurrentRuns);
        }
        return job;
    }

    synchronized GlueFakeRun start(Map<String, String> arguments) {
        if (runs.stream().filter(GlueFakeRun::isLive).count() >= maxConcurrentRuns) {
            throw GlueError.invalid("ConcurrentRunsExceededException", "Concurrent runs exceeded for " + name);
        }
        GlueFakeRun run = add(arguments, Instant.now(), "STARTING");
        run.run(() -> body.accept(run.arguments()));
        return run;
    }

    /** A run that nobody asked for: for the past, and for states that runs here don't take. */
    synchronized GlueFakeRun add(Map<String, String> arguments, Instant started, String state) {
        GlueFakeRun run = new GlueFakeRun(String.format("jr_%064x", runs.size()), name, arguments, started, state);
        runs.add(0, run);
        return run;
    }

    synchronized List<GlueFakeRun> runs() {
        return List.copyOf(runs);
    }

    GlueFakeRun run(String id) {
        return runs().stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> GlueError.invalid("EntityNotFoundException", "Job Run with id " + id + " not found"));
    }
}
