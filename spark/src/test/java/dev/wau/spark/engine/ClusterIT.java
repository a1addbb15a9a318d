package dev.wau.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aws.s3.S3Store;
import dev.wau.model.RunId;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpFaultProxy;
import dev.wau.testing.network.HttpHead;
import dev.wau.testing.network.HttpReply;
import dev.wau.testing.spark.SparkCluster;
import dev.wau.testing.spark.SparkDistribution;
import dev.wau.testing.spark.SparkProcess;
import dev.wau.testing.spark.WorkerSize;
import dev.wau.warehouse.parts.LocalPartEngine;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.StagingArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real cluster of processes reads files of a real S3 service with the job's one jar, and what it writes is what one
 * machine writes, whatever dies meanwhile.
 */
class ClusterIT {

    private static final List<String> SPECULATION = List.of(
            "spark.speculation=true",
            "spark.speculation.interval=100ms",
            "spark.speculation.minTaskRuntime=100ms",
            "spark.speculation.quantile=0.5");

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static HttpFaultProxy proxy;
    private static SparkCluster cluster;
    private static SparkProcess worker;
    private static Location bucket;
    private static ObjectStore central;
    private static List<String> rows;
    private static List<String> rejects;
    private static List<String> outcomes;

    private Held held = new Held();

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = S3Server.start();
        proxy = HttpFaultProxy.before(server.uri());
        cluster = new SparkCluster(SparkDistribution.ofBuild(), folder, WorkerSize.SMALL);
        worker = cluster.addWorker();
        cluster.addWorker();
        bucket = Location.of("s3://" + server.makeBucket());
        central = new S3Store(server.client(), StorePlace.of(bucket));
        new TestingFiles(central).write(60).large("csv/acme/large.csv", 5 << 20);
        try (StagingArea area = StagingArea.begin(central, RunId.random())) {
            PartsRun.Result expected = new PartsRun(central, new LocalPartEngine()).into(area);
            rows = PartsContents.of(central, expected.parts().rows());
            rejects = PartsContents.of(central, expected.parts().rejects());
            outcomes = expected.outcomes();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
        proxy.close();
        server.close();
    }

    @BeforeEach
    void hold() {
        held = new Held();
    }

    @AfterEach
    void heal() {
        held.letGo();
        proxy.heal();
    }

    private static SparkProcess submit(List<String> conf) throws IOException {
        return cluster.submit(
                conf,
                List.of(
                        "--class",
                        PartsJob.class.getName(),
                        "--jars",
                        System.getProperty("spark.job", ""),
                        TestClasses.jar(folder).toString(),
                        bucket.toString(),
                        proxy.uri().toString(),
                        report().toString()));
    }

    private static Path report() {
        return folder.resolve("report.txt");
    }

    private static PartsReport end(SparkProcess job) throws IOException, InterruptedException {
        assertThat(job.end()).as(job.log()).isZero();
        PartsReport report = PartsReport.read(report());
        Files.delete(report());
        return report;
    }

    /** As one machine has it. */
    private static List<Part> requireSame(PartsReport report) throws IOException, SQLException {
        assertThat(report.error()).isEmpty();
        assertThat(report.outcomes()).isEqualTo(outcomes);
        assertThat(PartsContents.of(central, report.parts("rows"))).isEqualTo(rows);
        assertThat(PartsContents.of(central, report.parts("rejects"))).isEqualTo(rejects);
        return report.parts("rows");
    }

    /** Which attempts' parts these are. */
    private static Set<String> attempts(List<Part> parts) {
        return parts.stream()
                .map(part -> part.path().replaceFirst(".*/rows-\\d+-(\\d+)-.*", "$1"))
                .collect(Collectors.toSet());
    }

    /** Each file's second opening: the first is for its header. */
    private static Predicate<HttpHead> readingForRows() {
        Set<String> opened = ConcurrentHashMap.newKeySet();
        return request ->
                request.line().startsWith("GET /") && request.line().contains("/csv/") && !opened.add(request.line());
    }

    private static boolean isRowsPart(HttpHead request) {
        return request.line().startsWith("PUT /") && request.line().contains("/rows-");
    }

    @Test
    void an_executor_that_dies_is_replaced_and_its_rows_are_there_once() throws Exception {
        // A worker that another test killed could clear nothing.
        List<Path> before = cluster.temporaryFolders();
        proxy.fail(2, readingForRows(), held);
        SparkProcess job = submit(List.of());
        held.await(2);
        assertThat(cluster.temporaryFolders()).hasSize(before.size() + 2);
        worker.executors().forEach(ProcessHandle::destroyForcibly);
        held.letGo();
        assertThat(attempts(requireSame(end(job)))).contains("1");
        // The worker clears what its executors left when it hears that the application has ended.
        worker.await(() -> cluster.temporaryFolders().size() == before.size());
    }

    @Test
    @Tag("long")
    void a_worker_that_dies_leaves_its_tasks_to_the_others() throws Exception {
        SparkProcess another = cluster.addWorker();
        proxy.fail(3, readingForRows(), held);
        SparkProcess job = submit(List.of("spark.default.parallelism=3"));
        held.await(3);
        another.kill();
        held.letGo();
        assertThat(attempts(requireSame(end(job)))).contains("1");
    }

    @Test
    void of_a_task_that_runs_twice_one_part_counts() throws Exception {
        proxy.fail(1, ClusterIT::isRowsPart, held);
        SparkProcess job = submit(SPECULATION);
        held.await(1);
        List<Part> parts = requireSame(end(job));
        assertThat(attempts(parts)).contains("1");
        assertThat(parts).hasSize(2);
        String area = parts.get(0).path().replaceFirst("rows-[^/]*", "");
        try (Stream<StoredObject> stored = central.list(area + "rows-")) {
            assertThat(stored).hasSize(3);
        }
    }

    @Test
    @Tag("long")
    void a_task_that_fails_twice_is_tried_a_third_time() throws Exception {
        proxy.fail(2, request -> isRowsPart(request) && request.line().contains("rows-00000"), refusal());
        assertThat(attempts(requireSame(end(submit(List.of()))))).contains("2");
    }

    private static HttpFault refusal() {
        return HttpFault.reply(
                HttpReply.of(403, "<Error><Code>AccessDenied</Code><Message>not today</Message></Error>"));
    }
}
