package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.wau.testing.aws.LambdaInvokeFake;
import dev.wau.testing.aws.LambdaRuntimeFake;
import dev.wau.testing.aws.LambdaRuntimeFake.Ending;
import dev.wau.testing.aws.LambdaRuntimeFake.Reply;
import dev.wau.testing.metrics.EmbeddedMetricLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The aggregation function as Lambda runs it, from customers' buckets to the marker. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client brings native code for Linux alone")
@Timeout(120)
class AggregateIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder = Path.of("");

    @Test
    void all_customers_fit_one_invocation() throws Exception {
        try (Cloud cloud = new Cloud(folder)
                        .customer("acme", 3)
                        .customer("bolt", 0)
                        .deniedCustomer("crux");
                LambdaRuntimeFake runtime = LambdaRuntimeFake.start();
                FunctionProcess function = process(runtime, cloud)) {
            runtime.awaitSnapshot();
            assertThat(cloud.connections()).as("before the snapshot").isZero();
            runtime.restore();

            Reply first = runtime.invoke(Events.text("schedule.json"));
            Reply again = runtime.invoke("{}");
            Reply over = runtime.invoke("{\"batch\": \"2025-07-01T00-05-00.123Z\", \"part\": 1}");
            Reply wrong = runtime.invoke("{\"prat\": 1}");
            assertThat(cloud.connections()).as("afterwards").isPositive();

            assertThat(first.ending()).as(function.log()).isEqualTo(Ending.RESPONSE);
            assertThat(first.body())
                    .startsWith("{\"state\":\"complete\",\"batch\":\"20")
                    .contains("\"marker\":\"" + cloud.keys("complete/").get(0) + "\"")
                    .contains("\"customers\":3,\"files\":3,\"resumed\":0,\"refused\":0,\"records\":6,")
                    .contains("\"failed\":1,\"failed_customers\":[{\"customer\":\"crux\",\"error\":\"")
                    .contains("is not authorized to perform: sts:AssumeRole");
            assertThat(cloud.marker())
                    .contains("csv/acme/1.csv", "csv/acme/2.csv", "csv/acme/3.csv")
                    .contains("is not authorized to perform: sts:AssumeRole");
            assertThat(again.body()).startsWith("{\"state\":\"nothing-new\",\"customers\":3,");
            assertThat(over.body()).isEqualTo("{\"state\":\"over\",\"batch\":\"2025-07-01T00-05-00.123Z\",\"part\":1}");
            assertThat(wrong.ending()).isEqualTo(Ending.ERROR);
            assertThat(wrong.body()).contains("Cannot read the event: it has [prat]");
            assertThat(function.lines().stream().filter(line -> line.startsWith("{\"timestamp\"")))
                    .anySatisfy(line -> assertThat(line).contains("\"customer failed\"", "\"crux\""))
                    .anySatisfy(line -> assertThat(line).contains("\"aggregation complete\"", "\"files\":\"3\""));
            assertThat(EmbeddedMetricLine.among(function.lines(), Instant.now()))
                    .as("one line for each run: two")
                    .extracting(EmbeddedMetricLine::metrics)
                    .satisfiesExactly(
                            metrics -> assertThat(metrics)
                                    .contains(
                                            entry("Markers", 1.0),
                                            entry("FilesCopied", 3.0),
                                            entry("MissingCustomers", 1.0)),
                            metrics -> assertThat(metrics).contains(entry("Markers", 0.0), entry("FilesCopied", 0.0)));
        }
    }

    private FunctionProcess process(LambdaRuntimeFake runtime, Cloud cloud) throws Exception {
        Map<String, String> variables = new HashMap<>(cloud.environment("partial"));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        variables.put("WAU_ENVIRONMENT", "test");
        return new FunctionProcess(FunctionPackage.AGGREGATE, Aggregate.class, runtime, variables);
    }

    @Test
    void many_customers_are_done_in_parts_and_the_last_writes_the_marker() throws Exception {
        try (Cloud cloud = new Cloud(folder);
                Environments environments = new Environments(many(cloud).environment("fail"));
                LambdaInvokeFake lambda = lambda(environments)) {
            environments.variable("AWS_ENDPOINT_URL_LAMBDA", lambda.uri().toString());
            environments.variable("WAU_CUSTOMERS_PER_PART", "3");

            Reply first = environments.invoke("{}", MINUTE, LambdaInvokeFake.trace());
            lambda.await(MINUTE);

            assertThat(first.body()).as(environments.lines().toString()).startsWith("{\"state\":\"unfinished\"");
            assertThat(lambda.events())
                    .hasSize(3)
                    .allMatch(event -> event.matches("\\{\"batch\":\".*\",\"part\":[1-3]}"));
            assertThat(lambda.chains()).as("Lambda can count").containsOnly(1);
            assertThat(cloud.keys("csv/")).hasSize(14);
            assertThat(Stream.of(cloud.marker().split("\"csv/"))).hasSize(15);
            assertThat(cloud.reads()).as("each file once").isEqualTo(14);
            assertThat(environments.lines().stream().filter(line -> line.contains("\"aggregation complete\"")))
                    .hasSize(1);
        }
    }

    private static Cloud many(Cloud cloud) {
        for (int number = 1; number <= 7; number++) {
            cloud.customer("c" + number, 2);
        }
        return cloud;
    }

    @Test
    void what_has_no_time_goes_on_in_another_invocation() throws Exception {
        try (Cloud cloud = new Cloud(folder).customer("acme", 140);
                Environments environments = new Environments(cloud.environment("fail"));
                LambdaInvokeFake lambda = lambda(environments)) {
            environments.variable("AWS_ENDPOINT_URL_LAMBDA", lambda.uri().toString());
            cloud.slowFiles(Duration.ofSeconds(1));

            Reply first = environments.invoke("{}", Duration.ofSeconds(8), LambdaInvokeFake.trace());
            cloud.slowFiles(Duration.ZERO);
            lambda.await(MINUTE);

            assertThat(first.body()).as(environments.lines().toString()).startsWith("{\"state\":\"unfinished\"");
            assertThat(lambda.events()).isNotEmpty().allMatch(AggregateEvent.ALL::equals);
            assertThat(Stream.of(cloud.marker().split("\"csv/"))).hasSize(141);
            assertThat(environments.lines()).anyMatch(line -> line.contains("\"aggregation complete\""));
        }
    }

    @Test
    void of_two_schedules_at_once_one_works() throws Exception {
        try (Cloud cloud = new Cloud(folder).customer("acme", 4);
                Environments environments = new Environments(cloud.environment("fail"))) {
            cloud.slowFiles(Duration.ofSeconds(2));

            List<String> states = Stream.of(invoke(environments), invoke(environments))
                    .map(CompletableFuture::join)
                    .map(reply -> reply.body().replaceAll("\\{\"state\":\"([a-z-]*)\".*", "$1"))
                    .toList();

            assertThat(environments.count()).isEqualTo(2);
            assertThat(states).as(environments.lines().toString()).containsExactlyInAnyOrder("complete", "busy");
            assertThat(cloud.keys("complete/")).hasSize(1);
            assertThat(cloud.reads()).isEqualTo(4);
        }
    }

    private static CompletableFuture<Reply> invoke(Environments environments) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return environments.invoke(Events.text("schedule.json"), MINUTE, "");
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    private static LambdaInvokeFake lambda(Environments environments) {
        return new LambdaInvokeFake((event, trace) -> {
            Reply reply = environments.invoke(event, MINUTE, trace);
            if (reply.ending() != Ending.RESPONSE) {
                throw new IllegalStateException(reply.toString());
            }
        });
    }
}
