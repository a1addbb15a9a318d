package dev.wau.benchmark.command;

import dev.wau.benchmark.cluster.Machines;
import dev.wau.benchmark.cluster.Services;
import dev.wau.benchmark.cluster.SparkCsv;
import dev.wau.benchmark.cluster.WauJob;
import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.measure.Comparison;
import dev.wau.benchmark.measure.Results;
import dev.wau.benchmark.measure.Rounds;
import dev.wau.benchmark.measure.Samples;
import dev.wau.benchmark.way.SparkBuild;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./benchmark/run cluster}. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Measures the load job on a standalone Spark cluster of processes beside plain spark.read.csv on the same one, in"
                    + " turn: the same files in S3 (S3Proxy over a folder), Parquet in S3 from both. Downloads 350 MB of"
                    + " Spark at first.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./benchmark/run cluster",
            "  ./benchmark/run cluster --shape large-files --scale 4 --runs 3"
        })
final class ClusterCommand implements Callable<Integer> {

    @Option(
            names = "--executors",
            paramLabel = "N",
            description = "of one core and 1 GB of heap each (default: ${DEFAULT-VALUE})")
    int executors = 2;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "runs of each after its first one; results are their medians (default: ${DEFAULT-VALUE})")
    int runs = 3;

    @Mixin
    ShapeOptions shape = new ShapeOptions();

    @Mixin
    PlaceOptions place = new PlaceOptions();

    private final List<String> commandLine;

    /** For a command line as it was given. */
    ClusterCommand(List<String> commandLine) {
        this.commandLine = List.copyOf(commandLine);
    }

    @Override
    public Integer call() throws Exception {
        Ranges.require("--executors", executors, 1, 100);
        Ranges.require("--runs", runs, 1, 1_000);
        Dataset dataset = new Generator(place.data()).central(shape.shape());
        place.removeAbandonedRuns();
        Instant start = Clock.systemUTC().instant();
        SparkBuild spark = ClusterOptions.spark(place.runs());
        Path jar = ClusterOptions.jar(place.runs());
        Results results = new Results(PlaceOptions.root(), start, commandLine);
        try (Services services = Services.start(place.runs().resolve("s3"));
                Machines machines = Machines.start(spark, place.runs().resolve("cluster"), executors)) {
            Services.Central central = services.upload(dataset);
            PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            List<Samples> samples = new Rounds(place.runs(), log)
                    .run(
                            List.of(),
                            new WauJob(services, machines, central, jar),
                            List.of(new SparkCsv(services, machines, central, spark)),
                            runs,
                            dataset.shape().totalRecords());
            results.add(new Comparison(
                    "CSV in S3 into Parquet in S3, " + executors + " executors",
                    dataset.shape(),
                    dataset.centralBytes(),
                    samples));
        }
        Folders.delete(place.runs());
        place.publish(results, start);
        return 0;
    }
}
