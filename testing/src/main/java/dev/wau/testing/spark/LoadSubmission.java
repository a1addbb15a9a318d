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
        this.config = config(folder, central, s3);
    }

    /**
     * Writes what a job needs to know of its places.
     *
     * @param folder to write it in
     * @param central the central bucket
     * @param s3 where it is found
     */
    public static Path config(Path folder, Location central, URI s3) throws IOException {
        return Files.writeString(folder.resolve("wau.yaml"), """
                central: %s
                aws:
                  region: eu-west-1
                  endpoint: %s
                customers:
                  acme: {source: ./acme}
                """.formatted(central, s3))
                .toAbsolutePath();
    }

    /**
     * The program and its arguments, as they stand at the end of {@code spark-submit}'s command line.
     *
     * @param jar the job's
     * @param warehouse a JDBC URL
     */
    public static List<String> program(Path jar, Path config, String warehouse) {
        return List.of(
                "--class",
                "dev.wau.spark.LoadSparkJob",
                jar.toString(),
                "--wau-config",
                config.toString(),
                "--wau-target",
                warehouse);
    }

    /**
     * Submits one.
     *
     * @param warehouse of the stand-in's URLs
     */
    public SparkProcess into(String warehouse) throws IOException {
        Path jar = Path.of(Objects.requireNonNull(System.getProperty("spark.job"), "spark.job"));
        return cluster.submit(List.of(), program(jar, config, warehouse + "&user=" + RedshiftStandIn.USER));
    }
}
