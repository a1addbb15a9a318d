package dev.wau.benchmark.way;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.Aggregator;
import dev.wau.benchmark.data.Dataset;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** wau's own aggregation in this process: from the customers' sources into a fresh central bucket, with its marker. */
public final class WauAggregate implements Way {

    private final Dataset dataset;

    /** Of the sources' files. */
    public WauAggregate(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public String name() {
        return "wau";
    }

    @Override
    public String description() {
        return "wau's aggregation in process: every record read and checked, `customer` added, `ipAddress` dropped,"
                + " hashed, written, every file and its folder synced to disk, the marker; all defaults";
    }

    @Override
    public Result run(Path folder) throws IOException {
        WauConfig config = ConfigReader.read(
                WauConfigFile.write(folder, dataset, folder.resolve("central"), "jdbc:duckdb:none.duckdb"), Map.of());
        Stopwatch watch = Stopwatch.start();
        AggregateResult result = Aggregator.of(config, Connectors.folders(InstantSource.system()), Progress.NONE)
                .run();
        return watch.stop().counted(result.records());
    }
}
