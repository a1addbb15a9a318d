package dev.wau.aws.deployment;

import dev.wau.check.Checks;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Job;

/**
 * The Glue job that loads: how it is defined. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html">AWS: a job's definition</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/release-notes.html">AWS: which Spark a Glue version has</a>
 */
final class JobLook {

    private static final int MOST_MINUTES = 24 * 60;
    private static final String BOOKMARK = "--job-bookmark-option";

    private final GlueClient glue;
    private final Target target;
    private final Asking asking;
    private final Checks checks;

    JobLook(GlueClient glue, Target target, Asking asking) {
        this.glue = glue;
        this.target = target;
        this.asking = asking;
        this.checks = asking.checks();
    }

    /** Looks at it; empty where it can't be seen. */
    Optional<Job> look() {
        String name = named("is there");
        try {
            Job job = glue.getJob(request -> request.jobName(target.job())).job();
            checks.ok(name);
            runs(job);
            version(job);
            bookmark(job);
            timeout(job);
            return Optional.of(job);
        } catch (EntityNotFoundException e) {
            checks.wrong(
                    name,
                    "Glue has no such job here",
                    "correct glue.job in wau.yaml, or aws.region; or make the job (docs/glue.md)");
        } catch (SdkException e) {
            asking.failed(name, "glue:GetJob", e);
        }
        return Optional.empty();
    }

    private void runs(Job job) {
        Integer most =
                job.executionProperty() == null ? null : job.executionProperty().maxConcurrentRuns();
        checks.require(
                most == null || most == 1,
                named("has one run at a time"),
                "it may have " + most + ": two triggers at once would start two runs of one marker",
                "set the job's maximum concurrency to 1 (ExecutionProperty.MaxConcurrentRuns)");
        checks.require(
                !Boolean.TRUE.equals(job.jobRunQueuingEnabled()),
                named("doesn't queue runs"),
                "job run queuing is on, so a marker's repeated event waits as a second run",
                "turn off job run queuing of the job (JobRunQueuingEnabled)");
        checks.advise(
                job.maxRetries() == null || job.maxRetries() == 0,
                named("isn't retried by Glue"),
                "Glue starts a failed run up to " + job.maxRetries() + " times more, whatever it failed of",
                "set the job's number of retries to 0 (MaxRetries): the marker's next event, or 'wau run --engine glue',"
                        + " starts it");
    }

    private void version(Job job) {
        checks.require(
                job.glueVersion() != null && job.glueVersion().startsWith("5."),
                named("runs on Glue 5"),
                "its Glue version is " + job.glueVersion() + ", and the job's jar is made for Spark 3.5 and Java 17",
                "set the job's Glue version to 5.1");
    }

    private void bookmark(Job job) {
        String option = job.defaultArguments().getOrDefault(BOOKMARK, "job-bookmark-enable");
        String effect = option.equals("job-bookmark-pause")
                ? "no batch is recorded, and each marker stays pending"
                : "each run reads all of its files again";
        checks.advise(
                option.equals("job-bookmark-enable"),
                named("loads what is new"),
                BOOKMARK + " is " + option + ": " + effect,
                "set the job's bookmark to Enable (" + BOOKMARK + " job-bookmark-enable)");
    }

    private void timeout(Job job) {
        String name = named("has a fitting time-out");
        Integer minutes = job.timeout();
        if (minutes == null || minutes <= 0 || minutes > MOST_MINUTES) {
            checks.note(
                    name,
                    minutes == null || minutes <= 0
                            ? "it has none, so a run that hangs costs until somebody notices"
                            : "a run that hangs costs for " + minutes + " minutes",
                    "set the job's time-out to 480 minutes (Timeout)");
        } else {
            checks.advise(
                    Duration.ofMinutes(minutes).compareTo(target.copyTimeout()) >= 0,
                    name,
                    "it ends after " + minutes + " minutes, and one COPY alone may take "
                            + target.copyTimeout().toMinutes(),
                    "raise the job's time-out (Timeout), or lower redshift.copy-timeout in wau.yaml");
        }
    }

    private String named(String what) {
        return "job " + target.job() + ": " + what;
    }
}
