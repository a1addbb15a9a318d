package dev.wau.spark;

/** What {@code --help} prints. docs/glue.md says more. */
final class JobHelp {

    static final String TEXT = """
            Loads new file versions from the central bucket into Redshift, each once, on this Spark cluster.

            Usage: spark-submit --class dev.wau.spark.LoadSparkJob wau-spark.jar --wau-config PLACE [ARGUMENT VALUE]...

              --wau-config PLACE    wau.yaml: s3://BUCKET/KEY, or a path of the driver's machine. Needed unless a central
                                    bucket and a target are given.
              --wau-central PLACE   the central bucket: s3://BUCKET/PREFIX, before that of wau.yaml
              --wau-source SOURCE   the same where --wau-central is not given; also DATABASE.TABLE of the Data Catalog
              --wau-target TARGET   the warehouse: jdbc:redshift:..., before that of wau.yaml, or DATABASE.TABLE of the
                                    Data Catalog
              --wau-secret SECRET   name or ARN of the secret with its user and password, before redshift.secret of
                                    wau.yaml; not with jdbc:redshift:iam:
              --wau-copy-role ARN   the role with which Redshift reads the central bucket, before redshift.copy-role of
                                    wau.yaml
              --wau-environment NAME
                                    write metrics for CloudWatch on standard output, with this name of the installation
              --wau-marker A,B      completion markers: complete/BATCH.json, or their URIs. Without: every marker that
                                    isn't loaded yet; where there are none at all, all files under csv/.
              --job-bookmark-option job-bookmark-enable (default), job-bookmark-disable: all under csv/ again,
                                    job-bookmark-pause: without recording the batch
              --job-bookmark-from BATCH --job-bookmark-to BATCH
                                    with job-bookmark-pause: the batches after the first, up to the second

            The password of a user in the URL is in the driver's environment, WAU_WAREHOUSE_PASSWORD; or --wau-secret or
            wau.yaml names a secret, or IAM logs in (jdbc:redshift:iam://...).

            Example:
              spark-submit --master spark://HOST:7077 --class dev.wau.spark.LoadSparkJob wau-spark.jar \\
                --wau-config s3://BUCKET/wau/wau.yaml --wau-marker complete/2025-07-01T00-05-00.000Z.json
            """;

    private JobHelp() {}
}
