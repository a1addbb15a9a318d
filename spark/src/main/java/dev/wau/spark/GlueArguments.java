package dev.wau.spark;

import java.util.Set;

/**
 * The arguments that Glue itself acts on, or gives to every script; the job lets them be. From AWS Glue's developer guide,
 * "Using job parameters in AWS Glue jobs" ({@code aws-glue-programming-etl-glue-arguments.html}), and "Logging for AWS Glue
 * jobs" ({@code monitor-continuous-logging.html}).
 */
final class GlueArguments {

    /** Told apart by it: a run of Glue's, to which Glue adds arguments that its guide doesn't list. */
    static final String JOB_NAME = "--JOB_NAME";

    private static final Set<String> DOCUMENTED = Set.of(
            JOB_NAME,
            "--JOB_ID",
            "--JOB_RUN_ID",
            "--SECURITY_CONFIGURATION",
            "--TempDir",
            "--WORKFLOW_NAME",
            "--WORKFLOW_RUN_ID",
            "--additional-python-modules",
            "--auto-scale-within-microbatch",
            "--class",
            "--conf",
            "--continuous-log-conversionPattern",
            "--continuous-log-logGroup",
            "--continuous-log-logStreamPrefix",
            "--custom-logGroup-prefix",
            "--custom-logStream-prefix",
            "--customer-driver-env-vars",
            "--customer-executor-env-vars",
            "--datalake-formats",
            "--debug",
            "--disable-proxy-v2",
            "--enable-auto-scaling",
            "--enable-continuous-cloudwatch-log",
            "--enable-continuous-log-filter",
            "--enable-data-lineage",
            "--enable-glue-datacatalog",
            "--enable-job-insights",
            "--enable-lakeformation-fine-grained-access",
            "--enable-metrics",
            "--enable-observability-metrics",
            "--enable-rename-algorithm-v2",
            "--enable-s3-parquet-optimized-committer",
            "--enable-spark-ui",
            "--encryption-type",
            "--executor-cores",
            "--extra-files",
            "--extra-jars",
            "--extra-py-files",
            "--job-language",
            "--mode",
            "--python-modules-installer-option",
            "--scriptLocation",
            "--spark-event-logs-path",
            "--use-postgres-driver",
            "--user-jars-first",
            "--write-shuffle-files-to-s3",
            "--write-shuffle-spills-to-s3");

    private GlueArguments() {}

    static boolean has(String name) {
        return DOCUMENTED.contains(name);
    }
}
