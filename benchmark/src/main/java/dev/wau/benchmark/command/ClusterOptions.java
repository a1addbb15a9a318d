package dev.wau.benchmark.command;

import dev.wau.benchmark.way.Maven;
import dev.wau.benchmark.way.SparkBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a cluster on this machine is made of. */
final class ClusterOptions {

    private ClusterOptions() {}

    /** Builds Spark and the peer's programs. */
    static SparkBuild spark(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return SparkBuild.make(PlaceOptions.root().resolve("benchmark/spark"), folder);
    }

    /** Builds the job's one jar. */
    static Path jar(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path root = PlaceOptions.root();
        Maven.run(
                folder,
                List.of(
                        "-f",
                        root.resolve("pom.xml").toString(),
                        "-pl",
                        "spark",
                        "-am",
                        "package",
                        "-Dmaven.test.skip=true"));
        return root.resolve("spark/target/wau-spark.jar");
    }
}
