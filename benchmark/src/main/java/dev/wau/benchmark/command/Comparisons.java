package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.measure.Comparison;
import dev.wau.benchmark.measure.Rounds;
import dev.wau.benchmark.measure.Samples;
import dev.wau.benchmark.way.CopyFiles;
import dev.wau.benchmark.way.DuckDb;
import dev.wau.benchmark.way.DuckDbTyped;
import dev.wau.benchmark.way.DuckDbUnion;
import dev.wau.benchmark.way.Postgres;
import dev.wau.benchmark.way.PostgresCopy;
import dev.wau.benchmark.way.PsqlCopy;
import dev.wau.benchmark.way.Spark;
import dev.wau.benchmark.way.Target;
import dev.wau.benchmark.way.WauAggregate;
import dev.wau.benchmark.way.WauCommand;
import dev.wau.benchmark.way.WauLoad;
import dev.wau.benchmark.way.Way;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The comparisons there are.
 *
 * @param root the repository
 * @param generator of the files
 * @param rounds measure
 * @param runs of each way after its first
 * @param peers the names of those that are wanted; empty: all
 */
record Comparisons(Path root, Generator generator, Rounds rounds, int runs, Set<String> peers) {

    Comparison duckDb(Shape shape) throws Exception {
        Dataset dataset = generator.central(shape);
        Target target = new DuckDb();
        return load(
                "Load into DuckDB",
                dataset,
                new WauLoad(dataset, target),
                List.of(
                        new DuckDbTyped(dataset, DuckDbTyped.Identifiers.TEXT),
                        new DuckDbTyped(dataset, DuckDbTyped.Identifiers.UUID),
                        new DuckDbUnion(dataset),
                        new Spark(root.resolve("benchmark/spark"), dataset),
                        WauCommand.load(root.resolve("wau"), dataset, target)));
    }

    Comparison postgreSql(Shape shape) throws Exception {
        Dataset dataset = generator.central(shape);
        Target target = new Postgres();
        List<Way> ways = new ArrayList<>();
        if (PsqlCopy.isThere()) {
            ways.add(new PsqlCopy(dataset));
        }
        ways.add(new PostgresCopy(dataset, 1, PostgresCopy.Table.BARE));
        ways.add(new PostgresCopy(dataset, 2, PostgresCopy.Table.BARE));
        ways.add(new PostgresCopy(dataset, 1, PostgresCopy.Table.INDEXED));
        ways.add(WauCommand.load(root.resolve("wau"), dataset, target));
        return load("Load into PostgreSQL", dataset, new WauLoad(dataset, target), ways);
    }

    Comparison aggregate(Shape shape) throws Exception {
        Dataset dataset = generator.sources(shape);
        List<Way> ways = List.of(
                new CopyFiles(dataset, CopyFiles.Durability.CACHED),
                new CopyFiles(dataset, CopyFiles.Durability.SYNCED),
                WauCommand.aggregate(root.resolve("wau"), dataset));
        return compare("Aggregate", dataset, dataset.sourceFiles(), new WauAggregate(dataset), ways);
    }

    private Comparison load(String title, Dataset dataset, Way ours, List<Way> all) throws Exception {
        return compare(title, dataset, dataset.centralFiles(), ours, all);
    }

    private Comparison compare(String title, Dataset dataset, List<Path> input, Way ours, List<Way> all)
            throws Exception {
        List<Way> wanted = all.stream()
                .filter(way -> peers.isEmpty() || peers.contains(way.name()))
                .toList();
        try {
            List<Samples> samples =
                    rounds.run(input, ours, wanted, runs, dataset.shape().totalRecords());
            return new Comparison(title, dataset.shape(), Dataset.bytes(input), samples);
        } finally {
            wanted.forEach(Way::close);
        }
    }
}
