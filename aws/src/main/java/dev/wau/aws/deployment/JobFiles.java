package dev.wau.aws.deployment;

import dev.wau.check.Checks;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What the job is made of: its script, its jar, its {@code wau.yaml}. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">AWS: a job's
 *     arguments</a>
 */
final class JobFiles {

    private static final String S3 = "s3://";
    private static final int NOT_FOUND = 404;
    private static final int ELSEWHERE = 301;

    private final S3Client s3;
    private final String job;
    private final Asking asking;
    private final Checks checks;

    JobFiles(S3Client s3, String job, Asking asking) {
        this.s3 = s3;
        this.job = job;
        this.asking = asking;
        this.checks = asking.checks();
    }

    void look(Job definition) {
        Map<String, String> arguments = definition.defaultArguments();
        String script =
                definition.command() == null ? null : definition.command().scriptLocation();
        require("script", script == null ? "" : script, "aws s3 cp spark/src/main/glue/WauLoad.scala");
        String jars = arguments.getOrDefault("--extra-jars", "");
        if (jars.isBlank()) {
            checks.wrong(
                    named("has its jar"),
                    "it has no --extra-jars, and the load's classes are in wau-spark.jar",
                    "set the job's argument --extra-jars to s3://BUCKET/wau/wau-spark.jar (docs/glue.md)");
        }
        for (String jar : jars.isBlank() ? new String[0] : jars.split(",")) {
            require("jar", jar.strip(), "aws s3 cp spark/target/wau-spark.jar");
        }
        configuration(arguments);
    }

    /** Without wau.yaml, the places must be said otherwise; the trigger gives the central bucket. */
    private void configuration(Map<String, String> arguments) {
        String config = arguments.getOrDefault("--wau-config", "");
        if (!config.isBlank()) {
            require("wau.yaml", config, "aws s3 cp wau.yaml");
        } else {
            checks.require(
                    arguments.containsKey("--wau-target"),
                    named("knows its warehouse"),
                    "it has neither --wau-config nor --wau-target",
                    "set the job's argument --wau-config to s3://BUCKET/wau/wau.yaml (docs/glue.md)");
        }
    }

    private void require(String what, String place, String copy) {
        String name = named("has its " + what + " " + place);
        String[] parts = place.startsWith(S3) ? place.substring(S3.length()).split("/", 2) : new String[0];
        if (parts.length < 2) {
            checks.wrong(
                    name,
                    "'" + place + "' is no place in S3",
                    "set it to s3://BUCKET/KEY in the job's definition (docs/glue.md)");
            return;
        }
        try {
            s3.headObject(request -> request.bucket(parts[0]).key(parts[1]));
            checks.ok(name);
        } catch (SdkException e) {
            failed(name, place, copy, e);
        }
    }

    private void failed(String name, String place, String copy, SdkException e) {
        if (Asking.status(e) == NOT_FOUND) {
            checks.wrong(name, "nothing stands there", copy + " " + place);
        } else if (Asking.status(e) == ELSEWHERE) {
            checks.note(
                    name,
                    "its bucket is in another region, where it is not looked at",
                    "keep the job's files in the job's own region");
        } else {
            asking.failed(name, "s3:GetObject and s3:ListBucket", e);
        }
    }

    private String named(String what) {
        return "job " + job + ": " + what;
    }
}
