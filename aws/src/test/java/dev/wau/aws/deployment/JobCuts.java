package dev.wau.aws.deployment;

import static dev.wau.aws.deployment.Cut.note;
import static dev.wau.aws.deployment.Cut.wrong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wau.testing.aws.DeploymentFake;
import dev.wau.testing.aws.GlueFault;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** All that can be otherwise about the job. */
final class JobCuts {

    private JobCuts() {}

    static Stream<Cut> all() {
        return Stream.of(definition(), arguments(), files(), runs()).flatMap(cuts -> cuts);
    }

    private static Stream<Cut> definition() {
        return Stream.of(
                note(
                        "no right to look at the job",
                        fake -> fake.glue().fail("GetJob", GlueFault.DENY),
                        "is there",
                        "may not be looked at",
                        "allow glue:GetJob"),
                wrong(
                        "two runs at a time",
                        job(job -> job.putObject("ExecutionProperty").put("MaxConcurrentRuns", 2)),
                        "has one run at a time",
                        "it may have 2",
                        "MaxConcurrentRuns"),
                wrong(
                        "queuing",
                        job(job -> job.put("JobRunQueuingEnabled", true)),
                        "doesn't queue runs",
                        "queuing is on",
                        "JobRunQueuingEnabled"),
                note(
                        "retries",
                        job(job -> job.put("MaxRetries", 2)),
                        "isn't retried by Glue",
                        "up to 2 times more",
                        "MaxRetries"),
                wrong(
                        "an older Glue",
                        job(job -> job.put("GlueVersion", "4.0")),
                        "runs on Glue 5",
                        "its Glue version is 4.0",
                        "5.1"),
                note("no time-out", job(job -> job.remove("Timeout")), "has a fitting time-out", "it has none", "480"),
                note(
                        "a time-out of days",
                        job(job -> job.put("Timeout", 2880)),
                        "has a fitting time-out",
                        "costs for 2880 minutes",
                        "480"),
                note(
                        "a time-out shorter than a COPY's",
                        job(job -> job.put("Timeout", 60)),
                        "has a fitting time-out",
                        "one COPY alone may take 240",
                        "redshift.copy-timeout"));
    }

    private static Stream<Cut> arguments() {
        return Stream.of(
                note(
                        "a bookmark that is off",
                        argument("--job-bookmark-option", "job-bookmark-disable"),
                        "loads what is new",
                        "each run reads all of its files again",
                        "job-bookmark-enable"),
                note(
                        "a bookmark that pauses",
                        argument("--job-bookmark-option", "job-bookmark-pause"),
                        "loads what is new",
                        "stays pending",
                        "job-bookmark-enable"),
                wrong("no jar", argument("--extra-jars", ""), "has its jar", "no --extra-jars", "wau-spark.jar"),
                wrong(
                        "no configuration",
                        argument("--wau-config", ""),
                        "knows its warehouse",
                        "neither --wau-config nor --wau-target",
                        "--wau-config"),
                wrong(
                        "a script that is nowhere",
                        job(job -> job.putObject("Command").put("ScriptLocation", "/tmp/WauLoad.scala")),
                        "has its script /tmp/WauLoad.scala",
                        "is no place in S3",
                        "docs/glue.md"));
    }

    private static Stream<Cut> files() {
        return Stream.concat(
                Stream.of(
                        note(
                                "no right to look at the jar",
                                fake -> fake.bucket().refuseHead("code/wau-spark.jar", 403),
                                "/code/wau-spark.jar",
                                "may not be looked at",
                                "allow s3:GetObject"),
                        note(
                                "a jar in another region",
                                fake -> fake.bucket().refuseHead("code/wau-spark.jar", 301),
                                "/code/wau-spark.jar",
                                "in another region",
                                "the job's own region")),
                missing());
    }

    private static Stream<Cut> missing() {
        return Stream.of("WauLoad.scala", "wau-spark.jar", "wau.yaml")
                .map(file -> wrong(
                        file + " is gone",
                        fake -> delete(fake, file),
                        "/code/" + file,
                        "nothing stands there",
                        "aws s3 cp "));
    }

    private static void delete(DeploymentFake fake, String file) {
        S3Client client = fake.s3().client();
        client.deleteObject(request -> request.bucket(fake.bucketName()).key("code/" + file));
    }

    private static Stream<Cut> runs() {
        return Stream.of(
                note(
                        "no right to see runs",
                        fake -> fake.glue().fail("GetJobRuns", GlueFault.DENY),
                        "its last run succeeded, or is under way",
                        "may not be looked at",
                        "allow glue:GetJobRuns"),
                lastRun("FAILED"),
                lastRun("TIMEOUT"),
                lastRun("ERROR"),
                note(
                        "the last run was stopped",
                        run("STOPPED"),
                        "its last run succeeded, or is under way",
                        "was stopped",
                        "wau run --engine glue"));
    }

    private static Cut lastRun(String state) {
        return wrong(
                "the last run is " + state,
                run(state),
                "its last run succeeded, or is under way",
                "is " + state,
                "wau run --engine glue");
    }

    private static Consumer<DeploymentFake> run(String state) {
        return fake -> fake.glue().add(DeploymentFake.JOB, Map.of(), Instant.now(), state);
    }

    private static Consumer<DeploymentFake> job(Consumer<ObjectNode> change) {
        return fake -> fake.job(change);
    }

    private static Consumer<DeploymentFake> argument(String name, String value) {
        return job(job -> job.withObject("/DefaultArguments").put(name, value));
    }
}
