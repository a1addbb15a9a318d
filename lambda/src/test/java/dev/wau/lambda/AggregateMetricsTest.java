package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wau.aggregate.AggregateStarter;
import dev.wau.aggregate.BatchPart;
import dev.wau.aggregate.CustomersFailedException;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigReader;
import dev.wau.testing.metrics.EmbeddedMetricLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the function's log tells CloudWatch, one line an invocation. */
class AggregateMetricsTest {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final String FILE = "timestamp,event,userId\n2025-06-30 10:00:00,login,u1\nnever,logout,u1\n";

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> started = new ArrayList<>();
    private Instant now = Instant.now();

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

    private void customers(String policy, String... names) throws IOException {
        StringBuilder yaml = new StringBuilder("policies: {missing-customers: " + policy + "}\ncustomers:\n");
        for (String name : names) {
            Files.createDirectories(folder.resolve(name));
            yaml.append("  ").append(name).append(": {source: ").append(name).append("}\n");
        }
        Files.writeString(folder.resolve("wau.yaml"), yaml);
    }

    private void file(String name) throws IOException {
        Files.writeString(folder.resolve(name), FILE);
    }

    /** The one line of an invocation. */
    private EmbeddedMetricLine invoke(String event, int customersPerPart, Duration left) throws IOException {
        log.reset();
        try {
            new AggregateFunction(
                            () -> ConfigReader.read(folder.resolve("wau.yaml"), Map.of()),
                            Connectors.folders(InstantSource.system()),
                            customersPerPart,
                            arn -> starter,
                            new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8)),
                            new AggregateMetrics("prod", () -> now))
                    .handle(
                            Events.stream(event),
                            new ByteArrayOutputStream(),
                            new Invocation("request-1", "arn", left));
        } finally {
            assertThat(lines().size()).as(log.toString(StandardCharsets.UTF_8)).isLessThan(2);
        }
        return lines().get(0);
    }

    private List<EmbeddedMetricLine> lines() {
        return EmbeddedMetricLine.among(
                log.toString(StandardCharsets.UTF_8).lines().toList(), now);
    }

    private EmbeddedMetricLine invoke() throws IOException {
        return invoke("{}", 100, TIME);
    }

    @Test
    void a_batch_is_told_with_its_marker() throws IOException {
        customers("fail", "acme", "bolt");
        file("acme/a.csv");
        file("bolt/a.csv");

        EmbeddedMetricLine line = invoke();

        assertThat(line.namespace()).isEqualTo("WAU");
        assertThat(line.dimensions()).containsOnly(entry("Environment", "prod"), entry("Stage", "aggregate"));
        assertThat(line.metrics())
                .contains(
                        entry("Markers", 1.0),
                        entry("MissingCustomers", 0.0),
                        entry("FilesCopied", 2.0),
                        entry("RecordsRead", 4.0),
                        entry("RecordsRejected", 2.0),
                        entry("BytesCopied", (double) (Files.size(folder.resolve("central/csv/acme/a.csv"))
                                + Files.size(folder.resolve("central/csv/bolt/a.csv")))))
                .containsOnlyKeys(
                        "Markers",
                        "MissingCustomers",
                        "FilesCopied",
                        "BytesCopied",
                        "RecordsRead",
                        "RecordsRejected",
                        "LongestSilence",
                        "RunSeconds");
        assertThat(line.metrics().get("LongestSilence")).isCloseTo(0, within(0.01));
        assertThat(line.metrics().get("RunSeconds")).isPositive().isLessThan(60);
        assertThat(line.root().path("request").asText()).isEqualTo("request-1");
        assertThat(line.root().path("batch").asText()).startsWith("20");
    }

    @Test
    void a_run_without_news_tells_who_is_silent() throws IOException {
        customers("fail", "acme", "bolt");
        file("acme/a.csv");
        invoke();
        now = now.plus(Duration.ofHours(36));

        EmbeddedMetricLine line = invoke();

        assertThat(line.metrics())
                .contains(
                        entry("Markers", 0.0),
                        entry("FilesCopied", 0.0),
                        entry("BytesCopied", 0.0),
                        entry("RecordsRead", 0.0));
        assertThat(line.metrics().get("LongestSilence")).isCloseTo(1.5, within(0.01));
        JsonNode silent = line.root().path("silent");
        assertThat(silent).hasSize(2);
        assertThat(silent.findValuesAsText("customer")).containsExactlyInAnyOrder("acme", "bolt");
        assertThat(silent.findValuesAsText("newest_file")).as("of acme").hasSize(1);
        assertThat(silent.findValuesAsText("no_file_expected_since"))
                .as("of bolt")
                .hasSize(1);
        assertThat(silent.get(0).path("days").asDouble())
                .isEqualTo(line.metrics().get("LongestSilence"))
                .isGreaterThanOrEqualTo(silent.get(1).path("days").asDouble());
    }

    @Test
    void twenty_of_the_silent_are_named() throws IOException {
        customers(
                "fail", IntStream.range(0, 25).mapToObj(number -> "c" + number).toArray(String[]::new));

        assertThat(invoke().root().path("silent")).hasSize(20);
    }

    @Test
    void who_is_missing_is_counted_with_a_marker_and_without() throws IOException {
        customers("fail", "acme", "bolt");
        file("acme/a.csv");
        Files.delete(folder.resolve("bolt"));

        assertThatThrownBy(this::invoke).isInstanceOf(CustomersFailedException.class);
        EmbeddedMetricLine failed = lines().get(0);
        Files.writeString(
                folder.resolve("wau.yaml"),
                Files.readString(folder.resolve("wau.yaml")).replace("fail", "partial"));
        EmbeddedMetricLine partial = invoke();

        assertThat(failed.metrics())
                .contains(entry("Markers", 0.0), entry("MissingCustomers", 1.0), entry("FilesCopied", 0.0))
                .containsKey("LongestSilence");
        assertThat(partial.metrics())
                .as("the file that waited comes with the marker")
                .contains(entry("Markers", 1.0), entry("MissingCustomers", 1.0), entry("FilesCopied", 1.0));
    }

    @Test
    void of_parts_the_last_tells_the_batch_and_each_its_time() throws IOException {
        customers("fail", "acme", "bolt", "crux");
        file("acme/a.csv");
        file("bolt/a.csv");
        file("crux/a.csv");

        EmbeddedMetricLine first = invoke("{}", 2, TIME);
        EmbeddedMetricLine one = invoke(started.get(0), 2, TIME);
        EmbeddedMetricLine two = invoke(started.get(1), 2, TIME);

        assertThat(first.metrics()).containsOnlyKeys("RunSeconds");
        assertThat(one.metrics()).containsOnlyKeys("RunSeconds");
        assertThat(one.root().path("part").asText()).isEqualTo("1");
        assertThat(two.metrics()).contains(entry("Markers", 1.0), entry("FilesCopied", 3.0));
        assertThat(two.root().path("silent")).hasSize(3);
        invoke("{}", 2, TIME);
        assertThat(started).as("parts of the next batch").hasSize(4);
        invoke(started.get(2), 2, TIME);
        assertThat(invoke(started.get(3), 2, TIME).metrics())
                .as("without news")
                .contains(entry("Markers", 0.0), entry("FilesCopied", 0.0))
                .containsKey("LongestSilence");
    }

    @Test
    void a_run_without_time_tells_only_its_time() throws IOException {
        customers("fail", "acme");
        file("acme/a.csv");

        assertThat(invoke("{}", 100, Duration.ofMillis(900)).metrics()).containsOnlyKeys("RunSeconds");
    }
}
