package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.measure.MarkdownTable;
import dev.wau.benchmark.measure.Rounds;
import dev.wau.benchmark.measure.Samples;
import dev.wau.benchmark.way.DuckDbTyped;
import dev.wau.benchmark.way.DuckDbUnion;
import dev.wau.benchmark.way.WauLoad;
import dev.wau.benchmark.way.Way;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./benchmark/run load}. */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Measures the load into a warehouse.")
final class LoadCommand implements Callable<Integer> {

    @Option(names = "--work", paramLabel = "FOLDER", description = "for data")
    Path work = Path.of("benchmark/target/work");

    @Option(names = "--runs", paramLabel = "N", description = "runs after the first")
    int runs = 5;

    @Option(names = "--scale", paramLabel = "X", description = "of the files: 1 is 200 files, 422 MB")
    double scale = 1;

    @Option(names = "--peers", split = ",", description = "which")
    List<String> peers = List.of("duckdb-typed", "duckdb-union");

    @Override
    public Integer call() throws Exception {
        PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        int files = (int) Math.max(1, Math.round(Shape.STANDARD.files() * scale));
        Dataset dataset = new Generator(work.resolve("data")).central(Shape.STANDARD.of(files, 15_000));
        err.printf(Locale.ROOT, "%d files, %,d bytes%n", files, dataset.centralBytes());
        List<Way> ways = new ArrayList<>();
        for (Way way : List.of(new DuckDbTyped(dataset), new DuckDbUnion(dataset))) {
            if (peers.contains(way.name())) {
                ways.add(way);
            }
        }
        List<Samples> samples = new Rounds(work.resolve("runs"), err)
                .run(
                        dataset.centralFiles(),
                        new WauLoad(dataset),
                        ways,
                        runs,
                        dataset.shape().totalRecords());
        System.out.print(MarkdownTable.of(samples));
        return 0;
    }
}
