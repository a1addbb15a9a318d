package dev.wau.cli.doctor;

import dev.wau.check.Checks;
import dev.wau.cli.stage.LocalStages;
import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.load.RedshiftUrl;
import dev.wau.store.Location;
import dev.wau.warehouse.Warehouses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks whether all that {@code wau.yaml} names can be reached and used, this machine, and what is deployed around it. For
 * one thread, once.
 */
public final class Examination {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WauConfig config;
    private final List<CustomerConfig> customers;
    private final LocalStages stages;
    private final Machine machine;

    /**
     * An examination to be carried out.
     *
     * @param customers whose sources to look at
     */
    public Examination(WauConfig config, List<CustomerConfig> customers, LocalStages stages, Machine machine) {
        this.config = config;
        this.customers = List.copyOf(customers);
        this.stages = stages;
        this.machine = machine;
    }

    /**
     * Checks one thing after the other; what can't be checked because something before it is wrong is left out.
     *
     * @param waiting is told how far it is, where that takes long
     */
    public void run(Checks checks, Consumer<String> waiting) {
        MachineChecks here = new MachineChecks(machine, config, checks);
        boolean runs = here.versions();
        checks.ok("reads " + config.file());
        new SourceChecks(stages::source, checks, PATIENCE, waiting).look(customers);
        Location place = config.central().location();
        CentralChecks bucket = new CentralChecks(place, stages::central, checks);
        boolean listed = bucket.lists();
        boolean central = listed && bucket.writes();
        if (listed && !place.isFolder()) {
            stages.deployment().bucket(checks, CentralRegion.wanted(config.warehouse()));
        }
        catalog(checks);
        boolean warehouse = runs
                && new WarehouseChecks(config.warehouse(), Warehouses.form(), checks, InstantSource.system())
                        .look(stages::look, stages::warehouse);
        here.room();
        if (listed && config.glueJob() != null) {
            load(checks, config.glueJob(), place);
        }
        if (central && warehouse && RedshiftUrl.is(config.warehouse())) {
            stages.selfTest(checks).run();
        }
    }

    /** The embedded one is in the central bucket, which is looked at already. */
    private void catalog(Checks checks) {
        String database = config.glue().database();
        if (database != null) {
            checks.passes(
                    "lists the tables of Glue's database " + database,
                    "correct glue.database or 'aws' in wau.yaml, or allow glue:GetTables on the catalog, the database and its"
                            + " tables to these credentials",
                    () -> stages.catalog().list(database));
        }
    }

    private void load(Checks checks, String job, Location place) {
        if (place.isFolder()) {
            checks.wrong(
                    "job " + job + ": can read the central bucket",
                    "the central bucket is the folder " + place + ", which Glue can't read",
                    "set 'central: s3://BUCKET/PREFIX' in wau.yaml, or take out glue.job");
        } else {
            stages.deployment().load(checks, job, config.redshift().copyTimeout());
        }
    }
}
