package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.AggregateStarter;
import dev.wau.aggregate.BatchPart;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigReader;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function in this process, on folders. */
class AggregateFunctionTest {

    private static final Duration TIME = Duration.ofMinutes(1);

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> started = new ArrayList<>();

    private final AggregateStarter starter = new AggregateStarter() {
        @Override
        public void startPart(BatchPart part) {
            started.add(AggregateEvent.of(part));
        }

        @Override
        public void startRun() {
            started.add(AggregateEvent.ALL);
        }
    };

    @BeforeEach
    void customers() throws IOException {
        for (String name : List.of("acme", "bolt", "crux")) {
            Path file = folder.resolve("sources").resolve(name).resolve("a.csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "timestamp,event,userId\n2025-06-30 10:00:00,login,u1\n");
        }
        Files.writeString(folder.resolve("wau.yaml"), """
                customers:
                  acme: {source: sources/acme}
                  bolt: {source: sources/bolt}
                  crux: {source: sources/crux}
                """);
    }

    private String invoke(String event) throws IOException {
        return invoke(event, 100, TIME);
    }

    private String invoke(String event, int customersPerPart, Duration left) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        new AggregateFunction(
                        () -> ConfigReader.read(folder.resolve("wau.yaml"), Map.of()),
                        Connectors.folders(InstantSource.system()),
                        customersPerPart,
                        arn -> starter,
                        new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8)),
                        null)
                .handle(Events.stream(event), reply, new Invocation("request-1", "arn", left));
        return reply.toString(StandardCharsets.UTF_8);
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private long markers() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("central/complete"))) {
            return files.count();
        }
    }

    @Test
    void a_run_says_what_it_brought() throws IOException {
        assertThat(invoke("{}"))
                .startsWith("{\"state\":\"complete\",\"batch\":\"")
                .contains("\"customers\":3,\"files\":3,", "\"records\":3,", "\"failed\":0,\"failed_customers\":[]}");
        assertThat(invoke(Events.text("schedule.json"))).startsWith("{\"state\":\"nothing-new\",\"customers\":3,");
        assertThat(markers()).isEqualTo(1);
        assertThat(log())
                .contains("\"message\":\"aggregation complete\",\"request\":\"request-1\",\"batch\":\"")
                .contains("\"message\":\"aggregation nothing-new\"")
                .as("no environment, no metrics")
                .doesNotContain("_aws");
    }

    @Test
    void a_refused_file_is_named_in_the_log_without_its_content() throws IOException {
        Files.writeString(folder.resolve("sources/acme/b.csv"), "no,such\nu1@example.com,2\n");

        assertThat(invoke("{}")).contains("\"refused\":1,");
        assertThat(log())
                .contains(
                        "\"message\":\"file refused\",\"request\":\"request-1\",\"customer\":\"acme\",\"file\":\"b.csv\"")
                .doesNotContain("such", "example.com");
    }

    @Test
    void a_failed_customer_fails_the_invocation_where_all_are_wanted() throws IOException {
        Files.delete(folder.resolve("sources/bolt/a.csv"));
        Files.delete(folder.resolve("sources/bolt"));

        assertThatThrownBy(() -> invoke("{}"))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CUSTOMER_FAILED))
                .hasMessageContaining("1 of 3 customers failed")
                .hasMessageContaining("bolt");
        assertThat(log())
                .contains(
                        "\"level\":\"WARN\",\"message\":\"customer failed\",\"request\":\"request-1\",\"customer\":\"bolt\"")
                .contains("\"level\":\"ERROR\",\"message\":\"the invocation fails\"");
    }

    @Test
    void another_run_at_work_is_a_reply_and_no_error() throws IOException {
        Files.createDirectories(folder.resolve("central"));
        try (ObjectStore.Hold hold = new LocalFolder(folder.resolve("central")).hold("aggregate")) {
            hold.confirm();

            assertThat(invoke("{}")).startsWith("{\"state\":\"busy\",\"reason\":\"Cannot aggregate in ");
        }
        assertThat(log()).contains("\"level\":\"WARN\",\"message\":\"left to another run\"", "\"code\":\"BUSY\"");
        assertThat(invoke("{}")).startsWith("{\"state\":\"complete\"");
    }

    @Test
    void more_customers_than_a_part_has_are_done_in_parts() throws IOException {
        String first = invoke("{}", 2, TIME);
        List<String> parts = List.copyOf(started);
        String one = invoke(parts.get(0), 2, TIME);
        String again = invoke(parts.get(0), 2, TIME);
        String two = invoke(parts.get(1), 2, TIME);
        String late = invoke(parts.get(1), 2, TIME);

        assertThat(parts).hasSize(2);
        assertThat(first).startsWith("{\"state\":\"unfinished\",\"batch\":\"").contains("\"parts\":2}");
        assertThat(one)
                .startsWith("{\"state\":\"done\",")
                .contains("\"part\":1,", "\"files\":2")
                .doesNotContain("completed");
        assertThat(again).startsWith("{\"state\":\"done\",").endsWith("\"part\":1}");
        assertThat(two)
                .contains("\"part\":2,", "\"completed\":{\"state\":\"complete\",\"batch\":\"")
                .contains("\"files\":3");
        assertThat(late).startsWith("{\"state\":\"over\",");
        assertThat(markers()).isEqualTo(1);
    }

    @Test
    void without_time_nothing_is_begun() throws IOException {
        assertThat(invoke("{}", 100, Duration.ofMillis(900)))
                .startsWith("{\"state\":\"unfinished\"")
                .contains("\"files\":0", "\"waiting\":{\"customers\":3");
        assertThat(invoke("{}")).startsWith("{\"state\":\"complete\"");
    }

    @Test
    void an_event_that_it_does_not_know_is_logged_and_fails() {
        assertThatThrownBy(() -> invoke("{\"prat\":1}")).hasMessageStartingWith("Cannot read the event: ");
        assertThat(log()).contains("\"message\":\"the invocation fails\"", "\"code\":\"INVALID_ARGUMENT\"");
    }
}
