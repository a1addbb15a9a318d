package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aws.AwsPlaces;
import dev.wau.aws.glue.GlueLoadEngine;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.testing.aws.GlueFake;
import dev.wau.testing.aws.LambdaInvokeFake;
import dev.wau.testing.aws.LambdaRuntimeFake;
import dev.wau.testing.aws.LambdaRuntimeFake.Ending;
import dev.wau.testing.aws.LambdaRuntimeFake.Reply;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.LoadEngine;
import dev.wau.trigger.ObjectCreated;
import dev.wau.trigger.RunFollower;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * The whole way, with both functions as Lambda runs them: 50 customers' buckets, each in an account of its own, to the
 * central bucket, the marker, the events of all that was written, the run of the load, and the warehouse's rows.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client brings native code for Linux alone")
@Timeout(180)
class WholeWayIT {

    private static final int CUSTOMERS = 50;
    private static final int FILES = 10;
    private static final String JOB = "wau-load";
    private static final String CROWDED_JOB = "wau-load-crowded";
    private static final int AT_ONCE = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder = Path.of("");

    private final Random random = new Random(50);

    @Test
    void files_of_fifty_customers_become_rows_once() throws Exception {
        try (Cloud cloud = customers();
                GlueFake glue = GlueFake.start()) {
            Map<String, String> environment = cloud.environment("fail");
            WauConfig config = ConfigReader.read(
                    folder.resolve("wau.yaml"), Map.of("WAU_WAREHOUSE", "jdbc:duckdb:" + folder.resolve("w.duckdb")));
            try (AwsPlaces aws = new AwsPlaces(cloud::settings, InstantSource.system())) {
                ObjectStore central =
                        aws.with(Connectors.folders(InstantSource.system())).store(config.central());
                glue.job(JOB, 1, arguments -> load(config, central, arguments));
                glue.job(CROWDED_JOB, AT_ONCE, arguments -> load(config, central, arguments));

                aggregate(environment);
                String marker = onlyMarker(cloud);
                deliver(cloud, glue, marker);
                awaitRuns(glue, JOB);

                assertThat(glue.arguments(JOB)).as("runs").hasSize(1);
                assertThat(cloud.reads()).as("each file once").isEqualTo(CUSTOMERS * FILES);
                assertThat(rows()).isEqualTo(oracle());

                startAtOnce(cloud, glue, marker);
                awaitRuns(glue, CROWDED_JOB);

                assertThat(glue.arguments(CROWDED_JOB)).hasSize(AT_ONCE);
                assertThat(rows()).isEqualTo(oracle());
                assertNothingLostOrDoubled(config, central);
            }
        }
    }

    private Cloud customers() throws Exception {
        Cloud cloud = new Cloud(folder);
        for (int number = 1; number <= CUSTOMERS; number++) {
            cloud.customer(name(number), FILES);
        }
        return cloud;
    }

    private static String name(int number) {
        return "customer-%02d".formatted(number);
    }

    /** By the schedule: one invocation finds more customers than it does by itself, and starts others. */
    private static void aggregate(Map<String, String> environment) throws Exception {
        try (Environments environments = new Environments(environment);
                LambdaInvokeFake lambda = new LambdaInvokeFake((event, trace) -> {
                    Reply reply = environments.invoke(event, MINUTE, trace);
                    assertThat(reply.ending()).as(reply.body()).isEqualTo(Ending.RESPONSE);
                })) {
            environments.variable("AWS_ENDPOINT_URL_LAMBDA", lambda.uri().toString());
            environments.variable("WAU_CUSTOMERS_PER_PART", "20");
            Reply first = environments.invoke(Events.text("schedule.json"), MINUTE, LambdaInvokeFake.trace());
            lambda.await(MINUTE);
            assertThat(first.ending()).as(first.body()).isEqualTo(Ending.RESPONSE);
            assertThat(lambda.events()).as("parts").hasSize(3);
        }
    }

    private static String onlyMarker(Cloud cloud) {
        assertThat(cloud.keys("csv/")).hasSize(CUSTOMERS * FILES);
        assertThat(cloud.keys("complete/")).hasSize(1);
        return cloud.keys("complete/").get(0);
    }

    /** Everything that was written tells of itself, the marker ten times, in any order; what fails is delivered again. */
    private void deliver(Cloud cloud, GlueFake glue, String marker) throws Exception {
        ArrayDeque<String> events = new ArrayDeque<>(events(cloud, marker));
        try (LambdaRuntimeFake runtime = LambdaRuntimeFake.start();
                FunctionProcess function = new FunctionProcess(
                        FunctionPackage.TRIGGER,
                        Trigger.class,
                        runtime,
                        Map.of(
                                "AWS_ENDPOINT_URL_GLUE",
                                glue.endpoint().toString(),
                                "WAU_CENTRAL",
                                "s3://" + cloud.central(),
                                "WAU_GLUE_JOB",
                                JOB))) {
            while (!events.isEmpty()) {
                String event = events.remove();
                if (!runtime.invoke(event).equals(new Reply(Ending.RESPONSE, "{\"batchItemFailures\":[]}"))) {
                    events.add(event);
                }
            }
            assertThat(function.log()).contains("load run started");
        }
    }

    private List<String> events(Cloud cloud, String marker) {
        List<String> events = new ArrayList<>();
        for (String key : cloud.keys("")) {
            events.add(Events.s3(new ObjectCreated(cloud.central(), key, Instant.now())));
        }
        ObjectCreated written = new ObjectCreated(cloud.central(), marker, Instant.now());
        for (int delivery = 0; delivery < 3; delivery++) {
            events.add(Events.s3(written));
            events.add(Events.eventBridge(written));
            events.add(Events.sqs("m" + delivery, Events.s3(written)));
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** The load job for a marker, in this process, as Glue would run it. */
    private static void load(WauConfig config, ObjectStore central, Map<String, String> arguments) {
        ObjectKey marker = new ObjectKey(Objects.requireNonNull(arguments.get(GlueLoadEngine.MARKER_ARGUMENT)));
        try (Warehouse warehouse = open(config, Access.READ_WRITE)) {
            LoadJob job = new LoadJob(
                    central, warehouse, config.policies(), config.limits(), InstantSource.system(), Progress.NONE);
            new LocalLoadEngine(central, job).run(marker);
        }
    }

    private static Warehouse open(WauConfig config, Access access) {
        return Warehouses.open(config.warehouse(), access, Patience.of(MINUTE));
    }

    private static void awaitRuns(GlueFake glue, String job) throws InterruptedException {
        try (GlueClient client = GlueBehind.client(glue)) {
            LoadEngine engine = new GlueLoadEngine(client, job, Map.of());
            RunFollower follower = new RunFollower(engine, Duration.ofMillis(20), Duration.ofMillis(200));
            for (EngineRun run : engine.recent(100)) {
                EngineRun ended = follower.follow(run, change -> {});
                assertThat(ended.state()).as("%s", ended.error()).isEqualTo(EngineRun.State.SUCCEEDED);
            }
        }
    }

    /** As if nothing stood between the events and the job: each starts a run of its own. */
    private static void startAtOnce(Cloud cloud, GlueFake glue, String marker) {
        try (GlueClient client = GlueBehind.client(glue)) {
            for (int run = 0; run < AT_ONCE; run++) {
                client.startJobRun(request -> request.jobName(CROWDED_JOB)
                        .arguments(Map.of(
                                GlueLoadEngine.MARKER_ARGUMENT,
                                marker,
                                GlueLoadEngine.CENTRAL_ARGUMENT,
                                "s3://" + cloud.central())));
            }
        }
    }

    /** Each customer's files have one event in common and one each. */
    private static Map<String, Integer> oracle() {
        Map<String, Integer> rows = new TreeMap<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            rows.put(name(number), 1 + FILES);
        }
        return rows;
    }

    private Map<String, Integer> rows() throws Exception {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("w.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet counts =
                        statement.executeQuery("SELECT customer, count(*) FROM wau_audit_logs GROUP BY customer")) {
            while (counts.next()) {
                rows.put(counts.getString(1), counts.getInt(2));
            }
        }
        return rows;
    }

    private static void assertNothingLostOrDoubled(WauConfig config, ObjectStore central) {
        try (Warehouse warehouse = open(config, Access.READ_ONLY)) {
            Verifier verifier =
                    new Verifier(central, warehouse.history(), config.policies(), config.limits(), Progress.NONE);
            assertThat(verifier.verify(LoadHistory.Filter.ALL).findings()).isEmpty();
            assertThat(warehouse.history().batches()).hasSize(1);
        }
    }
}
