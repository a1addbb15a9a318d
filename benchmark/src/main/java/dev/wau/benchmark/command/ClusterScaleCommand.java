package dev.wau.benchmark.command;

import dev.wau.benchmark.cluster.Growth;
import dev.wau.benchmark.cluster.Machines;
import dev.wau.benchmark.cluster.Services;
import dev.wau.benchmark.cluster.Submission;
import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.way.SparkBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./benchmark/run cluster-scale}. */
@Command(
        name = "cluster-scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Measures how the load job's time and memory grow on a standalone Spark cluster: by the number of small files, by"
                    + " the size of large ones, and by executors. Each point is a job of its own from S3 (S3Proxy over a"
                    + " folder) into a fresh warehouse in Redshift's stand-in.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./benchmark/run cluster-scale",
            "  ./benchmark/run cluster-scale --files 100000 --megabytes 10000 --executors 2"
        })
final class ClusterScaleCommand implements Callable<Integer> {

    @Option(
            names = "--files",
            split = ",",
            paramLabel = "N",
            description = "numbers of small files; 0: none (default: ${DEFAULT-VALUE})")
    List<Integer> files = List.of(100, 1_000);

    @Option(
            names = "--megabytes",
            split = ",",
            paramLabel = "N",
            description = "in large files; 0: none (default: ${DEFAULT-VALUE})")
    List<Integer> megabytes = List.of(100);

    @Option(
            names = "--large",
            paramLabel = "N",
            description = "how many large files share the megabytes (default: ${DEFAULT-VALUE})")
    int large = 1;

    @Option(names = "--records-per-file", paramLabel = "N", description = "of a small file (default: ${DEFAULT-VALUE})")
    int recordsPerFile = 100;

    @Option(
            names = "--executors",
            split = ",",
            paramLabel = "N",
            description = "of one core and 1 GB of heap each (default: ${DEFAULT-VALUE})")
    List<Integer> executors = List.of(1, 2);

    @Option(
            names = "--parts-only",
            description = "kill the job when all its parts are written: what the stand-in takes to load them isn't the"
                    + " cluster's time")
    boolean partsOnly;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws Exception {
        requireRanges();
        place.removeAbandonedRuns();
        SparkBuild spark = ClusterOptions.spark(place.runs());
        Path jar = ClusterOptions.jar(place.runs());
        List<Growth.Point> points = new ArrayList<>();
        for (Shape shape : shapes()) {
            Dataset dataset = new Generator(place.data()).central(shape);
            try (Services services = Services.start(place.runs().resolve("s3"))) {
                Services.Central central = services.upload(dataset);
                // Ten gigabytes don't stand here twice.
                Folders.delete(dataset.central().resolve("csv"));
                for (int each : executors) {
                    points.add(point(services, spark, central, jar, each));
                    System.out.print(Growth.table(points.subList(points.size() - 1, points.size())));
                }
            }
            Folders.delete(dataset.folder());
        }
        Folders.delete(place.runs());
        System.out.print(Growth.table(points));
        return 0;
    }

    private Growth.Point point(Services services, SparkBuild spark, Services.Central central, Path jar, int executors)
            throws IOException, InterruptedException {
        Path folder = place.runs().resolve("cluster-" + executors);
        try (Machines machines = Machines.start(spark, folder, executors)) {
            Submission.Until until = partsOnly ? Submission.Until.MILESTONE : Submission.Until.END;
            return Growth.Point.of(services, machines, central, jar, folder.resolve("job"), until);
        } finally {
            Folders.delete(folder);
        }
    }

    private void requireRanges() {
        files.forEach(number -> Ranges.require("--files", number, 0, Shape.MOST_FILES));
        megabytes.forEach(number -> Ranges.require("--megabytes", number, 0, Shape.MOST_MEGABYTES));
        executors.forEach(number -> Ranges.require("--executors", number, 1, 100));
        Ranges.require("--large", large, 1, 1_000);
        Ranges.require("--records-per-file", recordsPerFile, 1, Shape.MOST_RECORDS);
        if (shapes().isEmpty()) {
            throw new IllegalArgumentException(
                    "Invalid --files and --megabytes: nothing is left to measure (one of them above 0)");
        }
    }

    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        files.stream()
                .filter(number -> number > 0)
                .forEach(number -> shapes.add(Shape.STANDARD.of(number, recordsPerFile)));
        megabytes.stream()
                .filter(number -> number > 0)
                .forEach(number -> shapes.add(Shape.STANDARD.ofMegabytes(number, large)));
        return shapes;
    }
}
