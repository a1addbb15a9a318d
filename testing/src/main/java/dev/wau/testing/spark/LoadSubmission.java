package dev.wau.testing.spark;

import dev.wau.store.Location;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.redshift.RedshiftStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The load job's one jar, submitted as users do: from a bucket of {@link S3Server} into {@link RedshiftStandIn}. */
public final class LoadSubmission {

    private final SparkCluster cluster;
    private final Path config;

    /**
     * To a cluster.
     *
     * @param folder for the configuration
     * @param central the central bucket
     * @param s3 where it is found
     */
    public LoadSubmission(SparkCluster cluster, Path folder, Location central, URI s3) throws IOException {
        this.cluster = cluster;
        this.config = Files.writeString(folder.resolve("wau.yaml"), """
                central: %s
                aws:
                  region: eu-west-1
                  endpoint: %s
                customers:
                  acme: {source: ./acme}
                """.formatted(central, s3));
    }

    /**
     * Submits one.
     *
     * @param warehouse of the stand-in's URLs
     */
    public SparkProcess into(String warehouse) throws IOException {
        return cluster.submit(
                List.of(),
                List.of(
                        "--class",
                        "dev.wau.spark.LoadSparkJob",
                        Objects.requireNonNull(System.getProperty("spark.job"), "spark.job"),
                        "--wau-config",
                        config.toString(),
                        "--wau-target",
                        warehouse + "&user=" + RedshiftStandIn.USER));
    }
}
