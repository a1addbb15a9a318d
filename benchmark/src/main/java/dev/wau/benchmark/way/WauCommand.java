package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./wau} as a person starts it, as a process of its own: the whole time, start-up included, and its peak memory. */
public final class WauCommand implements Way {

    private final Path wau;
    private final Dataset dataset;
    private final Work work;
    private boolean built;

    private WauCommand(Path wau, Dataset dataset, Work work) {
        this.wau = wau;
        this.dataset = dataset;
        this.work = work;
    }

    /** What a command does, apart from being run. */
    private interface Work {

        /** The command's name. */
        String name();

        /** For the description. */
        String where();

        /** Runs it, and counts what came out. */
        Result run(Path folder, Start start) throws Exception;
    }

    /** Starts the command with a configuration of this central bucket and warehouse. */
    private interface Start {
        ChildProcess.Exit with(Path central, String warehouse) throws IOException, InterruptedException;
    }

    /**
     * {@code wau load} of the central bucket's files.
     *
     * @param wau the start script
     */
    public static WauCommand load(Path wau, Dataset dataset, Target target) {
        return new WauCommand(wau, dataset, new Work() {
            @Override
            public String name() {
                return "load";
            }

            @Override
            public String where() {
                return "a fresh " + target.name() + " warehouse";
            }

            @Override
            public Result run(Path folder, Start start) throws Exception {
                String url = target.fresh(folder.toAbsolutePath());
                try {
                    return start.with(dataset.central(), url).result(target.rows(url, "wau_audit_logs"));
                } finally {
                    target.drop(url);
                }
            }
        });
    }

    /** {@code wau aggregate} of the sources' files. */
    public static WauCommand aggregate(Path wau, Dataset dataset) {
        return new WauCommand(wau, dataset, new Work() {
            @Override
            public String name() {
                return "aggregate";
            }

            @Override
            public String where() {
                return "a fresh central bucket";
            }

            @Override
            public Result run(Path folder, Start start) throws Exception {
                Path central = folder.resolve("central");
                ChildProcess.Exit exit = start.with(central, "jdbc:duckdb:none.duckdb");
                return exit.result(AggregatedRecords.in(central));
            }
        });
    }

    @Override
    public String name() {
        return "wau-command";
    }

    @Override
    public String description() {
        return "`./wau " + work.name() + "` as its own process into " + work.where() + ", start-up included";
    }

    @Override
    public Result run(Path folder) throws Exception {
        if (!built) {
            // The first start builds.
            ChildProcess.run(folder, List.of(wau.toString(), "--version"));
            built = true;
        }
        return work.run(folder, (central, warehouse) -> {
            String config = WauConfigFile.write(folder, dataset, central, warehouse)
                    .getFileName()
                    .toString();
            return ChildProcess.run(folder, List.of(wau.toString(), "-c", config, work.name()));
        });
    }
}
