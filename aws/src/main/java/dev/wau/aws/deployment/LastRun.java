package dev.wau.aws.deployment;

import dev.wau.check.Checks;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.JobRun;

/** How the job's newest run ended. Used by one thread. */
final class LastRun {

    private final GlueClient glue;
    private final String job;
    private final Asking asking;
    private final Checks checks;

    LastRun(GlueClient glue, String job, Asking asking) {
        this.glue = glue;
        this.job = job;
        this.asking = asking;
        this.checks = asking.checks();
    }

    void look() {
        String name = "job " + job + ": its last run succeeded, or is under way";
        asking.ask(
                        name,
                        "glue:GetJobRuns",
                        () -> glue.getJobRuns(request -> request.jobName(job).maxResults(1))
                                .jobRuns())
                .ifPresent(runs -> tell(name, runs));
    }

    private void tell(String name, List<JobRun> runs) {
        if (runs.isEmpty()) {
            checks.ok("job " + job + ": has not run yet");
            return;
        }
        JobRun run = runs.get(0);
        switch (run.jobRunState()) {
            case FAILED, ERROR, TIMEOUT, EXPIRED ->
                checks.wrong(
                        name,
                        "run " + run.id() + " is " + run.jobRunStateAsString() + ": "
                                + Objects.requireNonNullElse(run.errorMessage(), "no reason given"),
                        "mend the reason, then: wau run --engine glue");
            case STOPPED, STOPPING ->
                checks.note(
                        name,
                        "run " + run.id() + " was stopped",
                        "wau run --engine glue    starts a run for each marker that has none");
            default -> checks.ok(name);
        }
    }
}
