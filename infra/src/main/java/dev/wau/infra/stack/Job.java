package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.JobSettings;
import dev.wau.infra.settings.Names;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.glue.CfnJob;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * The load as a Glue job: one run at a time, without a queue, since the trigger keeps what waits.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">AWS: job
 *     parameters</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging.html">AWS: logs of Glue 5</a>
 */
final class Job extends Construct {

    private final Deployment deployment;
    private final List<LogGroup> logs;

    Job(
            Construct scope,
            Deployment deployment,
            Packages packages,
            Asset config,
            Storage storage,
            Warehouse warehouse,
            Catalog catalog) {
        super(scope, "Job");
        this.deployment = deployment;
        this.logs = List.of(
                Logs.of(this, deployment, "Logs", names().logGroup("load/output")),
                Logs.of(this, deployment, "ErrorLogs", names().logGroup("load/error")));
        Asset jar = asset("Jar", packages.jobJar());
        Asset script = asset("Script", packages.jobScript());
        Role role = role(storage, warehouse);
        List.of(jar, script, config).forEach(asset -> role.addToPolicy(Allow.reading(asset)));
        JobSettings settings = deployment.settings().job();
        CfnJob.Builder builder = CfnJob.Builder.create(this, "Job")
                .name(names().job())
                .description("wau: loads the files of a completion marker, once")
                .role(role.getRoleArn())
                .command(CfnJob.JobCommandProperty.builder()
                        .name("glueetl")
                        .scriptLocation(script.getS3ObjectUrl())
                        .build())
                .glueVersion(settings.glueVersion())
                .workerType(settings.workerType())
                .numberOfWorkers(settings.workers())
                .executionClass(settings.flex() ? "FLEX" : "STANDARD")
                .executionProperty(CfnJob.ExecutionPropertyProperty.builder()
                        .maxConcurrentRuns(1)
                        .build())
                .jobRunQueuingEnabled(false)
                .maxRetries(settings.retries())
                .timeout(settings.timeoutMinutes())
                .defaultArguments(arguments(settings, jar, config, storage, warehouse));
        if (settings.connection()) {
            builder.connections(CfnJob.ConnectionsListProperty.builder()
                    .connections(List.of(names().connection()))
                    .build());
        }
        CfnJob job = builder.build();
        job.getNode().addDependency(catalog.connection());
        job.getNode().addDependency(role);
    }

    private Names names() {
        return deployment.names();
    }

    private Asset asset(String id, Path file) {
        return Asset.Builder.create(this, id).path(file.toString()).build();
    }

    private Map<String, String> arguments(
            JobSettings settings, Asset jar, Asset config, Storage storage, Warehouse warehouse) {
        Map<String, String> arguments = new TreeMap<>();
        arguments.put("--job-language", "scala");
        arguments.put("--class", "GlueApp");
        arguments.put("--extra-jars", jar.getS3ObjectUrl());
        arguments.put("--job-bookmark-option", settings.bookmark());
        arguments.put("--wau-config", config.getS3ObjectUrl());
        arguments.put("--wau-central", "s3://" + storage.central().getBucketName());
        arguments.put("--wau-target", warehouse.url());
        arguments.put("--wau-secret", warehouse.secret());
        arguments.put("--wau-copy-role", warehouse.role().getRoleArn());
        arguments.put("--wau-environment", names().environment());
        if (settings.autoScaling()) {
            arguments.put("--enable-auto-scaling", "true");
        }
        if (settings.insights()) {
            arguments.put("--enable-job-insights", "true");
        }
        if (settings.metrics()) {
            arguments.put("--enable-metrics", "true");
            arguments.put("--enable-observability-metrics", "true");
        }
        if (settings.continuousLogging()) {
            // Glue 5 always logs as it runs; with this, into groups of our own.
            arguments.put("--custom-logGroup-prefix", names().logGroup("load"));
        }
        arguments.putAll(settings.arguments());
        return arguments;
    }

    private Role role(Storage storage, Warehouse warehouse) {
        Role role = Role.Builder.create(this, "Role")
                .roleName(names().job())
                .description("wau: the load job")
                .assumedBy(Trust.service("glue.amazonaws.com"))
                .build();
        role.addToPolicy(Allow.on(storage.central().getBucketArn(), "s3:ListBucket"));
        role.addToPolicy(Allow.on(storage.central().arnForObjects("*"), "s3:GetObject", "s3:GetObjectVersion"));
        // Its staged parts, and the hold by which another run knows that it lives.
        role.addToPolicy(Allow.on(
                List.of(
                        storage.central().arnForObjects("staging/*"),
                        storage.central().arnForObjects(".wau-staging-*")),
                "s3:PutObject",
                "s3:DeleteObject",
                "s3:AbortMultipartUpload"));
        GlueRights.connection(role, names(), warehouse);
        GlueRights.logs(role, names());
        role.addToPolicy(Allow.on(
                logs.stream().map(LogGroup::getLogGroupArn).toList(), "logs:CreateLogStream", "logs:PutLogEvents"));
        role.addToPolicy(Allow.when(
                Map.of("StringEquals", Map.of("cloudwatch:namespace", "Glue")), "*", "cloudwatch:PutMetricData"));
        storage.allowWriting(role);
        return role;
    }

    /** Its ARN, by name. */
    String arn() {
        return names().arn("glue", "job/" + names().job());
    }
}
