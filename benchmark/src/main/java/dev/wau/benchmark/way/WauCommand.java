package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./wau} as a person starts it, as a process of its own: the whole time, start-up included, and its peak memory. */
public final class WauCommand implements Way {

    private final Path wau;
    private final Dataset dataset;
    private final Target target;
    private boolean built;

    /**
     * {@code wau load} of the central bucket's files.
     *
     * @param wau the start script
     */
    public WauCommand(Path wau, Dataset dataset, Target target) {
        this.wau = wau;
        this.dataset = dataset;
        this.target = target;
    }

    @Override
    public String name() {
        return "wau-command";
    }

    @Override
    public String description() {
        return "`./wau load` as its own process into a fresh " + target.name() + " warehouse, start-up included";
    }

    @Override
    public Result run(Path folder) throws Exception {
        build(folder);
        String url = target.fresh(folder.toAbsolutePath());
        Path config = WauConfigFile.write(folder, dataset, dataset.central(), url);
        try {
            ChildProcess.Exit exit = ChildProcess.run(
                    folder, List.of(wau.toString(), "-c", config.getFileName().toString(), "load"));
            return exit.result(target.rows(url, "wau_audit_logs"));
        } finally {
            target.drop(url);
        }
    }

    /** The first start builds. */
    private void build(Path folder) throws IOException, InterruptedException {
        if (!built) {
            ChildProcess.run(Files.createDirectories(folder), List.of(wau.toString(), "--version"));
            built = true;
        }
    }
}
