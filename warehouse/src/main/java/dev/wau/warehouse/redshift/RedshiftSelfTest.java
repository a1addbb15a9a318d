package dev.wau.warehouse.redshift;

import dev.wau.check.Checks;
import dev.wau.model.RunId;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.parts.StagingArea;
import java.util.function.Function;

/**
 * Shows what only a real Redshift can show, in a schema and a staging folder of its own, both of which it removes, whatever
 * happens: that its types take what ours hold, that a lock makes others wait, and that a load, an unload and the reports
 * agree. Nothing else of the database is touched. For one thread, once.
 */
public final class RedshiftSelfTest {

    private static final String FIX =
            "mend what the message names, then run 'wau doctor' again; if this stays, this Redshift"
                    + " does not do what loads need (docs/redshift-sql.md): report it with the message";

    private final String url;
    private final WarehouseSetting setting;
    private final ObjectStore central;
    private final Function<String, ObjectStore> folders;
    private final Checks checks;

    /**
     * A self-test to be run.
     *
     * @param setting to open the warehouse for writing; its schema is passed over
     * @param central the central bucket, from which Redshift must be able to read
     * @param folders opens a folder of the central bucket as a store
     * @param checks makes each of them
     */
    public RedshiftSelfTest(
            String url,
            WarehouseSetting setting,
            ObjectStore central,
            Function<String, ObjectStore> folders,
            Checks checks) {
        this.url = url;
        this.setting = setting;
        this.central = central;
        this.folders = folders;
        this.checks = checks;
    }

    /** Whether all checks passed. */
    public boolean run() {
        ScratchSchema schema = new ScratchSchema(new RedshiftConnections(url, setting));
        passes("no schema is left of an earlier self-test", schema::requireNoneLeft);
        if (!passes("makes the schema " + schema.name(), schema::create)) {
            return false;
        }
        try {
            RunId run = RunId.random();
            // Its hold keeps loads from clearing it as a dead run's; when this run dies, they do.
            try (StagingArea area = StagingArea.begin(central, run)) {
                in(setting.with(setting.redshift().in(schema.name()), setting.login()), area, run);
            }
        } finally {
            passes("drops the schema " + schema.name(), schema::drop);
        }
        return checks.passed();
    }

    private boolean passes(String name, Runnable check) {
        return checks.passes(name, FIX, check);
    }

    private void in(WarehouseSetting scratch, StagingArea area, RunId run) {
        RedshiftConnections connections = new RedshiftConnections(url, scratch);
        TypesCheck types = new TypesCheck(connections, area);
        if (passes("COPY of Parquet: numbers, times to the microsecond, texts of 65,535 bytes, nulls", types::copy)) {
            passes("details come out of SUPER as the bytes that went in", types::details);
        }
        ObjectStore folder = folders.apply("staging/" + run);
        LoadCheck load = new LoadCheck(url, scratch.with(folder), folder);
        if (!passes("makes wau's tables", load::open)) {
            return;
        }
        try (load) {
            passes("LOCK makes a second session wait", new LockCheck(url, scratch)::run);
            if (passes("two overlapping files are loaded, their equal records once", load::load)) {
                passes("reports count what was loaded", load::report);
                passes("verify finds nothing", load::verify);
                passes("an unloaded file's suppressed records come back", load::unload);
            }
        }
    }
}
