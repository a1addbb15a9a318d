package dev.wau.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aws.s3.S3Store;
import dev.wau.config.Policies;
import dev.wau.config.RedshiftRules;
import dev.wau.csv.Limits;
import dev.wau.load.LoadJob;
import dev.wau.load.Login;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.load.TableContents;
import dev.wau.testing.network.HttpFaultProxy;
import dev.wau.testing.redshift.RedshiftFault;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.testing.spark.LoadSubmission;
import dev.wau.testing.spark.SparkCluster;
import dev.wau.testing.spark.SparkDistribution;
import dev.wau.testing.spark.SparkProcess;
import dev.wau.testing.spark.WorkerSize;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job, submitted as users do: files of an S3 service, through a cluster of processes, into Redshift's stand-in.
 * The table is what one machine loads into DuckDB, whenever the driver dies.
 */
class LoadOnClusterIT {

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static RedshiftStandIn redshift;
    private static HttpFaultProxy proxy;
    private static SparkCluster cluster;
    private static Location bucket;
    private static ObjectStore central;
    private static List<String> expected;

    private String warehouse = "";

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start();
        redshift = RedshiftStandIn.start(server.uri());
        proxy = HttpFaultProxy.before(server.uri());
        cluster = new SparkCluster(SparkDistribution.ofBuild(), folder, WorkerSize.SMALL);
        cluster.addWorker();
        cluster.addWorker();
        bucket = Location.of("s3://" + server.makeBucket() + "/wau");
        central = new S3Store(server.client(), StorePlace.of(bucket));
        new TestingFiles(central).write(60).large("csv/acme/large.csv", 5 << 20);
        try (Warehouse here = Warehouses.open("jdbc:duckdb:" + folder.resolve("expected.duckdb"), Access.READ_WRITE)) {
            new LoadJob(central, here, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE)
                    .loadListing();
            expected = TableContents.of(here);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
        proxy.close();
        redshift.close();
        server.close();
    }

    /** In this process; the job has the password from its environment. */
    private static final WarehouseSetting LOGIN = WarehouseSetting.of(
                    Access.READ_WRITE, Patience.of(Warehouses.PATIENCE))
            .with(RedshiftRules.DEFAULT, () -> new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD));

    @BeforeEach
    void create() {
        letTheLeasesEnd();
        redshift.forgetStatements();
        warehouse = redshift.url();
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    private SparkProcess submit() throws IOException {
        return new LoadSubmission(cluster, folder, bucket, proxy.uri()).into(warehouse);
    }

    private String run() throws IOException, InterruptedException {
        SparkProcess job = submit();
        assertThat(job.end()).as(job.log()).isZero();
        return job.log();
    }

    private void requireSame() {
        try (Warehouse loaded = Warehouses.open(warehouse, LOGIN)) {
            assertThat(TableContents.of(loaded)).isEqualTo(expected);
        }
    }

    private static List<String> staged() {
        try (Stream<StoredObject> objects = central.list("staging/")) {
            return objects.map(object -> object.key().path()).toList();
        }
    }

    /** Of every build is the driver that dies before the commit, whose second run is this. */
    @Test
    @Tag("long")
    void a_load_on_the_cluster_gives_what_one_machine_gives_and_leaves_nothing_staged() throws Exception {
        assertThat(run()).contains("{\"message\":\"loaded\"");
        requireSame();
        assertThat(staged()).isEmpty();
    }

    @Test
    void a_driver_that_dies_before_the_commit_leaves_all_to_the_next_run() throws Exception {
        redshift.failNext(Pattern.compile("COPY \"?staged"), RedshiftFault.pause(Duration.ofSeconds(10)));
        SparkProcess job = submit();
        job.await(() -> redshift.statements().stream().anyMatch(sql -> sql.startsWith("COPY")));
        job.kill();
        assertThat(staged()).isNotEmpty();
        letTheLeasesEnd();

        assertThat(run()).contains("{\"message\":\"loaded\"");
        requireSame();
        assertThat(staged()).isEmpty();
    }

    /** As a minute without a sign of life does. */
    private static void letTheLeasesEnd() {
        String name = bucket.name().substring(0, bucket.name().indexOf('/'));
        server.client()
                .listObjectsV2(request -> request.bucket(name).prefix("wau/.wau-staging"))
                .contents()
                .forEach(lease -> server.client()
                        .deleteObject(request -> request.bucket(name).key(lease.key())));
    }

    @Test
    @Tag("long")
    void a_driver_that_dies_after_the_commit_has_loaded_all() throws Exception {
        Held held = new Held();
        proxy.fail(
                1,
                request ->
                        request.line().startsWith("DELETE /") && request.line().contains("/staging/"),
                held);
        SparkProcess job = submit();
        held.await(1);
        job.kill();
        held.letGo();

        requireSame();
        assertThat(run()).contains("{\"message\":\"nothing new\"");
        requireSame();
    }
}
