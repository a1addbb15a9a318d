package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerPublisher;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.store.LocalFolder;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/** wau's own load job in this process, with all its promises, started by the batch's marker, into a fresh warehouse. */
public final class WauLoad implements Way {

    private final Dataset dataset;
    private final Target target;

    /** Of the central bucket's files. */
    public WauLoad(Dataset dataset, Target target) {
        this.dataset = dataset;
        this.target = target;
    }

    @Override
    public String name() {
        return "wau";
    }

    @Override
    public String description() {
        return "wau's load job in process, from the completion marker into a fresh " + target.name()
                + " warehouse: lineage, fingerprint, de-duplication, history, rejects, the reports' own tables, one"
                + " transaction; all defaults";
    }

    @Override
    public Result run(Path folder) throws SQLException {
        String url = target.fresh(folder);
        try {
            Stopwatch watch = Stopwatch.start();
            load(url);
            return watch.stop().counted(target.rows(url, "wau_audit_logs"));
        } finally {
            target.drop(url);
        }
    }

    private void load(String url) {
        LocalFolder central = new LocalFolder(dataset.central());
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            CompletionMarker marker =
                    new MarkerPublisher(central).read(dataset.marker()).orElseThrow();
            LoadResult result = new LoadJob(
                            central, warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE)
                    .load(marker);
            if (result.entered() != dataset.shape().files()) {
                throw new IllegalStateException("Not all files entered: " + result);
            }
        }
    }
}
