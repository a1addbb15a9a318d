package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.measure.Results;
import dev.wau.benchmark.measure.Rounds;
import dev.wau.benchmark.measure.Samples;
import dev.wau.benchmark.measure.ScaleTable;
import dev.wau.benchmark.way.DuckDb;
import dev.wau.benchmark.way.Postgres;
import dev.wau.benchmark.way.Target;
import dev.wau.benchmark.way.WauCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./benchmark/run scale}. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Measures how the time and the peak memory of './wau load' grow: with 10, 100, 1,000, ... files, and with 10 MB,"
                    + " 100 MB, ... in one file. Each point is a process of its own into a fresh warehouse. The defaults"
                    + " take a minute or two.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./benchmark/run scale",
            "  ./benchmark/run scale --into duckdb --max-files 100000 --max-megabytes 10000"
        })
final class ScaleCommand implements Callable<Integer> {

    @Option(names = "--into", split = ",", paramLabel = "WAREHOUSE", description = "duckdb, postgresql (default: both)")
    Set<Into> into = EnumSet.allOf(Into.class);

    @Option(
            names = "--max-files",
            paramLabel = "N",
            description = "the most files; 0: none (default: ${DEFAULT-VALUE})")
    int maxFiles = 1_000;

    @Option(
            names = "--max-megabytes",
            paramLabel = "N",
            description = "the most in one file; 0: none (default: ${DEFAULT-VALUE})")
    int maxMegabytes = 100;

    @Option(
            names = "--records-per-file",
            paramLabel = "N",
            description = "where the number of files grows (default: ${DEFAULT-VALUE})")
    int recordsPerFile = 100;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "of each point after its first (default: ${DEFAULT-VALUE})")
    int runs;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    private final List<String> commandLine;

    /** For a command line as it was given. */
    ScaleCommand(List<String> commandLine) {
        this.commandLine = List.copyOf(commandLine);
    }

    /** The warehouses. */
    enum Into {
        DUCKDB,
        POSTGRESQL
    }

    @Override
    public Integer call() throws Exception {
        requireRanges();
        place.removeAbandonedRuns();
        Instant start = Clock.systemUTC().instant();
        Rounds rounds = new Rounds(place.runs(), new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        List<ScaleTable.Point> points = new ArrayList<>();
        for (Shape shape : shapes()) {
            Dataset dataset = new Generator(place.data()).central(shape);
            for (Into each : into) {
                points.add(point(rounds, dataset, each == Into.DUCKDB ? new DuckDb() : new Postgres()));
            }
            // Ten gigabytes are not kept for the next time.
            Folders.delete(dataset.folder());
        }
        Folders.delete(place.runs());
        Results results = new Results(PlaceOptions.root(), start, commandLine);
        results.add(points);
        place.publish(results, start);
        return 0;
    }

    private void requireRanges() {
        Ranges.require("--max-files", maxFiles, 0, Shape.MOST_FILES);
        Ranges.require("--max-megabytes", maxMegabytes, 0, Shape.MOST_MEGABYTES);
        Ranges.require("--records-per-file", recordsPerFile, 1, Shape.MOST_RECORDS);
        Ranges.require("--runs", runs, 0, 1_000);
        if (shapes().isEmpty()) {
            throw new IllegalArgumentException("Invalid --max-files " + maxFiles + " with --max-megabytes "
                    + maxMegabytes + ": nothing is left to measure (10 or more of one of them)");
        }
    }

    /** With more and more files, and with more and more in one. */
    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (long files = 10; files <= maxFiles; files *= 10) {
            shapes.add(Shape.STANDARD.of((int) files, recordsPerFile));
        }
        for (long megabytes = 10; megabytes <= maxMegabytes; megabytes *= 10) {
            shapes.add(Shape.STANDARD.ofMegabytes(megabytes, 1));
        }
        return shapes;
    }

    private ScaleTable.Point point(Rounds rounds, Dataset dataset, Target target) throws Exception {
        WauCommand way = WauCommand.load(PlaceOptions.root().resolve("wau"), dataset, target);
        Shape shape = dataset.shape();
        System.err.printf("%s: %,d files, %,d records%n", target.name(), shape.files(), shape.totalRecords());
        Samples samples = rounds.run(dataset.centralFiles(), way, List.of(), runs, shape.totalRecords())
                .get(0);
        return new ScaleTable.Point(
                target.name(), shape.files(), dataset.centralBytes(), shape.totalRecords(), samples);
    }
}
