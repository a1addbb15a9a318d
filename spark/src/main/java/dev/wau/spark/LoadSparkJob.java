package dev.wau.spark;

import dev.wau.aws.AwsPlaces;
import dev.wau.catalog.JobPlaces;
import dev.wau.collect.Connectors;
import dev.wau.load.LoadJob;
import dev.wau.load.LoginSource;
import dev.wau.load.Warehouse;
import dev.wau.model.Fault;
import dev.wau.model.WauException;
import dev.wau.spark.engine.SparkPartEngine;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The load as a program for {@code spark-submit}, and for Glue: the load job in the driver, reading files on the cluster.
 * docs/spark.md and docs/glue.md say how it is started; {@link JobArguments}, what it takes.
 *
 * <p>It ends in an exception where the load failed, so that Spark and Glue call the run failed, with our message: alone,
 * unless the failure is a defect of ours, whose trace is wanted.
 */
public final class LoadSparkJob {

    private static final String NAME = "wau load";
    private static final Logger LOG = LoggerFactory.getLogger(LoadSparkJob.class);

    private LoadSparkJob() {}

    /**
     * Runs the job.
     *
     * @param arguments see {@link JobArguments}
     * @throws WauException the arguments or the configuration are wrong, or what the load throws
     */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(JobHelp.TEXT);
            return;
        }
        try {
            run(arguments);
        } catch (WauException e) {
            throw e.code().fault() == Fault.INTERNAL ? e : bare(e);
        }
    }

    private static WauException bare(WauException e) {
        LOG.debug("The job failed", e);
        WauException bare = new WauException(e.code(), String.valueOf(e.getMessage()));
        bare.setStackTrace(new StackTraceElement[0]);
        return bare;
    }

    private static void run(String[] arguments) {
        JobArguments given = JobArguments.of(List.of(arguments));
        InstantSource clock = InstantSource.system();
        JobMetrics metrics = new JobMetrics(given.environment(), clock, System.out);
        metrics.of(() -> run(given, clock, metrics));
    }

    private static void run(JobArguments given, InstantSource clock, JobMetrics metrics) {
        try (AwsPlaces aws = new AwsPlaces(clock);
                Connectors connectors = aws.with(Connectors.folders(clock))) {
            JobSetting setting = JobSetting.of(
                    given, connectors, new JobPlaces(name -> aws.catalog(null).find(name)), System.getenv());
            SparkConf conf = new SparkConf().setIfMissing("spark.app.name", NAME);
            try (JavaSparkContext spark = JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf))) {
                LoginSource login = aws.login(
                        setting.warehouse(),
                        setting.redshift().secret(),
                        setting.central().access().region());
                ObjectStore central = connectors.store(setting.central());
                WarehouseSetting opening = WarehouseSetting.of(Access.READ_WRITE, Patience.of(Warehouses.PATIENCE))
                        .with(central)
                        .with(new SparkPartEngine(spark, setting.central()))
                        .with(setting.redshift(), login);
                run(given, setting, central, opening, clock, metrics);
            }
        }
    }

    private static void run(
            JobArguments given,
            JobSetting setting,
            ObjectStore central,
            WarehouseSetting opening,
            InstantSource clock,
            JobMetrics metrics) {
        JobLog log = new JobLog(System.out);
        try (Warehouse warehouse = Warehouses.open(setting.warehouse(), opening)) {
            LoadJob job = new LoadJob(central, warehouse, setting.policies(), setting.limits(), clock, log)
                    .restating(setting.reports());
            AtomicInteger loads = new AtomicInteger();
            new JobRun(central, warehouse.history(), job).run(given.bookmark(), given.markers(), result -> {
                loads.incrementAndGet();
                log.done(result);
                metrics.add(result);
            });
            if (loads.get() == 0) {
                log.idle();
            }
        }
    }
}
